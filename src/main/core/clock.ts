import type { Stamp } from '../../shared/session/stamp.ts'

/** What a clock is made of. Each is read anew at every reading. */
export interface ClockSources {
  /** Milliseconds since 1970 UTC, as the computer shows it. */
  readonly wall: () => number
  /** Nanoseconds of a clock that never goes back, but may stand still while the computer sleeps. */
  readonly mono: () => bigint
  /** Seconds since the computer started, sleep included; coarse on some systems. */
  readonly uptime: () => number
  /** Names this start of the core. */
  readonly run: string
  /** IANA time zone in force. */
  readonly zone: () => string
}

/** The console's only clock. */
export interface Clock {
  read(): Stamp
}

// The uptime of some systems counts whole seconds: a smaller difference is rounding.
const sleepThresholdMs = 1_000

/**
 * Makes the clock of one run. Its monotonic milliseconds count from the making and include sleep: whatever the uptime
 * gains on the monotonic clock was slept.
 */
export function createClock({ wall, mono, uptime, run, zone }: ClockSources): Clock {
  const startMs = toMs(mono())
  let sleptMs = 0
  let aheadMs = uptime() * 1_000 - startMs
  return {
    read() {
      const monoMs = toMs(mono())
      const nowAheadMs = uptime() * 1_000 - monoMs
      if (nowAheadMs - aheadMs > sleepThresholdMs) {
        sleptMs += nowAheadMs - aheadMs
        aheadMs = nowAheadMs
      }
      return {
        wallMs: Math.floor(wall()),
        monoMs: Math.floor(monoMs - startMs + sleptMs),
        run,
        zone: zone(),
      }
    },
  }
}

function toMs(ns: bigint): number {
  return Number(ns) / 1e6
}
