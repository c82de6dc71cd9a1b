import { useEffect, useState } from 'react'
import type { Stamp } from '../../shared/session/stamp.ts'

/** A reading of the core's clocks, and what this window's own counter showed when it came. */
interface Reading {
  readonly stamp: Stamp
  readonly receivedAtMs: number
}

let latest: Reading | null = null
const listeners = new Set<() => void>()

/** Takes a reading that came with an answer or a push. Call it as soon as it arrives. */
export function takeReading(stamp: Stamp): void {
  latest = { stamp, receivedAtMs: performance.now() }
  for (const listener of listeners) listener()
}

/** Follows the core's clock for as long as the window lives. What happens in a session says what time it is too. */
export function followCoreClock(): () => void {
  const unfollowClock = window.api.on('clock.read', takeReading)
  const unfollowEvents = window.api.on('session.appended', ({ events }) => {
    const last = events.at(-1)
    if (last !== undefined) takeReading(last.stamp)
  })
  return () => {
    unfollowClock()
    unfollowEvents()
  }
}

/** What the core's clocks show now, counted on from its last reading; null before the first one. */
export function readNow(): Stamp | null {
  if (latest === null) return null
  const passedMs = Math.round(performance.now() - latest.receivedAtMs)
  return { ...latest.stamp, wallMs: latest.stamp.wallMs + passedMs, monoMs: latest.stamp.monoMs + passedMs }
}

/** The core's time, renewed every `intervalMs` and with every reading. Windows ask no clock of their own. */
export function useNow(intervalMs: number): Stamp | null {
  const [now, setNow] = useState(readNow)
  useEffect(() => {
    const renew = () => setNow(readNow())
    listeners.add(renew)
    const timer = setInterval(renew, intervalMs)
    return () => {
      listeners.delete(renew)
      clearInterval(timer)
    }
  }, [intervalMs])
  return now
}
