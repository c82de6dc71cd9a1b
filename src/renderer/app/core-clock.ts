import { useEffect, useEffectEvent, useState } from 'react'
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
}

function takeBeat(stamp: Stamp): void {
  // Mostly a beat says what was counted here anyway. Taking it would move the clock by what it was on its way, back too.
  const counted = readNow()
  if (counted !== null && isAsCounted(counted, stamp)) return
  takeReading(stamp)
  for (const listener of listeners) listener()
}

/** Less than anybody sees. */
const driftMs = 250

function isAsCounted(counted: Stamp, { run, zone, monoMs, wallMs }: Stamp): boolean {
  return (
    run === counted.run &&
    zone === counted.zone &&
    Math.abs(monoMs - counted.monoMs) < driftMs &&
    Math.abs(wallMs - counted.wallMs) < driftMs
  )
}

/**
 * Follows the core's clock for as long as the window lives. What happens in a session says what time it is too; what is
 * on the screen is not drawn again for that, since the screens of the session draw the event itself.
 */
export function followCoreClock(): () => void {
  const unfollowClock = window.api.on('clock.read', takeBeat)
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

/** Everyone who looks at the clock as often as others do looks with them, so that one moment is drawn once. */
const lookers = new Map<number, Set<() => void>>()

/** Calls every `intervalMs`, and when the core's clocks jumped, until the returned function is called. */
export function onTick(intervalMs: number, listener: () => void): () => void {
  const others = lookers.get(intervalMs) ?? startTicking(intervalMs)
  others.add(listener)
  listeners.add(listener)
  return () => {
    others.delete(listener)
    listeners.delete(listener)
  }
}

function startTicking(intervalMs: number): Set<() => void> {
  const together = new Set<() => void>()
  lookers.set(intervalMs, together)
  const timer = setInterval(() => {
    for (const listener of together) listener()
    if (together.size > 0) return
    clearInterval(timer)
    lookers.delete(intervalMs)
  }, intervalMs)
  return together
}

/**
 * The core's time, looked at every `intervalMs` and when its clocks jumped. Windows ask no clock of their own.
 * With `shown`, what is made of it on the screen, it is renewed only when that has become something else.
 */
export function useNow(intervalMs: number, shown: (now: Stamp) => string | number = momentOf): Stamp | null {
  const [now, setNow] = useState(readNow)
  const look = useEffectEvent(() => {
    const next = readNow()
    if (now === null || next === null || shown(next) !== shown(now)) setNow(next)
  })
  useEffect(() => onTick(intervalMs, () => look()), [intervalMs])
  return now
}

function momentOf({ run, monoMs, wallMs }: Stamp): string {
  return `${run} ${monoMs} ${wallMs}`
}
