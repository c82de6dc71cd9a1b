import type { ClockReading } from './launch.ts'

/** A clock in a test's hands: the core's clocks move together, and only when asked. */
export interface Timepiece {
  /** What it shows first. */
  readonly startsAt: ClockReading
  /** Moves on to so much time after the start. */
  readonly moveTo: (sinceStartMs: number) => Promise<void>
  readonly pass: (minutes: number) => Promise<void>
  /** Lets the computer sleep: time passes, and the processor's own counter stands still. */
  readonly sleep: (minutes: number) => Promise<void>
  /** Sets the computer's clock wrong by so much more, while no time passes. */
  readonly moveWall: (minutes: number) => Promise<void>
}

const minuteMs = 60_000

export function createTimepiece(
  startWallMs: number,
  setClock: (reading: ClockReading) => Promise<void>,
): Timepiece {
  // Any hour since the computer was switched on will do.
  const startsAt = { wallMs: startWallMs, monoMs: 60 * minuteMs }
  let sinceStartMs = 0
  let sleptMs = 0
  let movedMs = 0
  async function moveTo(ms: number): Promise<void> {
    sinceStartMs = ms
    const uptimeMs = startsAt.monoMs + ms
    await setClock({ wallMs: startsAt.wallMs + ms + movedMs, monoMs: uptimeMs - sleptMs, uptimeMs })
  }
  return {
    startsAt,
    moveTo,
    pass: (minutes) => moveTo(sinceStartMs + minutes * minuteMs),
    sleep(minutes) {
      sleptMs += minutes * minuteMs
      return moveTo(sinceStartMs + minutes * minuteMs)
    },
    moveWall(minutes) {
      movedMs += minutes * minuteMs
      return moveTo(sinceStartMs)
    },
  }
}
