import type { ClockReading } from './launch.ts'

/** A clock in a test's hands: both of the core's clocks move together, and only when asked. */
export interface Timepiece {
  /** What it shows first. */
  readonly startsAt: ClockReading
  /** Moves on to so much time after the start. */
  readonly moveTo: (sinceStartMs: number) => Promise<void>
  readonly pass: (minutes: number) => Promise<void>
}

const minuteMs = 60_000

export function createTimepiece(
  startWallMs: number,
  setClock: (reading: ClockReading) => Promise<void>,
): Timepiece {
  // Any hour since the computer was switched on will do.
  const startsAt = { wallMs: startWallMs, monoMs: 60 * minuteMs }
  let sinceStartMs = 0
  async function moveTo(ms: number): Promise<void> {
    sinceStartMs = ms
    await setClock({ wallMs: startsAt.wallMs + ms, monoMs: startsAt.monoMs + ms })
  }
  return { startsAt, moveTo, pass: (minutes) => moveTo(sinceStartMs + minutes * minuteMs) }
}
