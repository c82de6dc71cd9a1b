/** What decides when the page of the console is to go. */
export interface PageAtLock {
  /** The lock was asked for. `answered` ends when the core has answered, which it may do late. */
  asked(answered: Promise<unknown>): void
  /** The core said something, before which the vault was open or not. */
  heard(wasOpen: boolean): void
  /** The core has stopped under an open vault. What was not saved may be copied from the page, until the lock is asked for. */
  lost(): void
}

/**
 * Has the page go as soon as the lock is asked for: the core answers in turn, and may be at something longer, or wait for a
 * disk. A lock that nobody asked for, as after five wrong tries, takes the page with the core's word.
 */
export function createPageAtLock({
  isOpen,
  beginAnew,
}: {
  readonly isOpen: () => boolean
  readonly beginAnew: () => void
}): PageAtLock {
  /** Locks that were asked for and are not answered yet; the page that is there came after them. */
  let waiting = 0
  let isLeftOver = false
  return {
    asked(answered) {
      if (waiting === 0) {
        if (!isOpen() && !isLeftOver) return
        isLeftOver = false
        beginAnew()
      }
      waiting += 1
      void answered.finally(() => (waiting -= 1))
    },
    heard(wasOpen) {
      if (waiting === 0 && wasOpen && !isOpen()) beginAnew()
    },
    lost() {
      isLeftOver = true
    },
  }
}
