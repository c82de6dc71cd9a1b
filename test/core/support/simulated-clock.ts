import type { Clock } from '../../../src/main/core/clock.ts'

/** A clock that a test moves. Starts on a Tuesday evening. */
export interface SimulatedClock extends Clock {
  pass(ms: number): void
  /** Moves the wall clock alone, as a person or a time server does. */
  moveWall(ms: number): void
  /** A new start of the core: nothing of the monotonic clock is comparable any more. */
  restart(): void
}

export function createSimulatedClock(): SimulatedClock {
  let wallMs = Date.UTC(2026, 10, 24, 18)
  let monoMs = 0
  let runs = 1
  return {
    read: () => ({ wallMs, monoMs, run: `run ${runs}`, zone: 'America/Chicago' }),
    pass(ms) {
      wallMs += ms
      monoMs += ms
    },
    moveWall(ms) {
      wallMs += ms
    },
    restart() {
      runs += 1
      monoMs = 0
    },
  }
}
