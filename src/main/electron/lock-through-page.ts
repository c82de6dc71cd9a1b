/** A page answers within a frame or two, and a computer that falls asleep waits little longer than this. */
export const patienceMs = 500

interface LockThroughPageSettings {
  readonly isOpen: () => boolean
  /** Has the page keep what was typed last, and lock then. */
  readonly tellPage: () => void
  readonly lock: () => void
  /** Does something after so many milliseconds. */
  readonly after: (ms: number, act: () => void) => void
}

/**
 * Locks for somebody who leaves the computer itself: what they typed in the last moment is with the page alone, so the page
 * is asked to lock. Where it has not done so in {@link patienceMs}, the lock comes without it.
 */
export function createLockThroughPage({
  isOpen,
  tellPage,
  lock,
  after,
}: LockThroughPageSettings): () => void {
  let isWaiting = false
  return () => {
    if (!isOpen()) {
      lock()
      return
    }
    // A lid that closes is told of twice.
    if (isWaiting) return
    isWaiting = true
    tellPage()
    after(patienceMs, () => {
      isWaiting = false
      if (isOpen()) lock()
    })
  }
}
