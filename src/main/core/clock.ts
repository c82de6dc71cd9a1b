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

/** How far the clock of a run has come, in milliseconds of the computer's own counter: another process can go on with it. */
export interface ClockCourse {
  readonly run: string
  readonly startMs: number
  readonly sleptMs: number
  readonly aheadMs: number
  readonly sleeps: readonly { readonly endedAtMs: number; readonly ms: number }[]
}

/** The console's only clock. */
export interface Clock {
  read(): Stamp
  /**
   * Milliseconds that the computer slept after a reading of this run; 0 for a reading of another one. Windows counts
   * sleep in both of its counters, so there it is always 0: sleep locks the vault, and unlocking tells the absence.
   */
  sleptSince(stamp: Stamp): number
  /** Milliseconds since the computer started, sleep included: it goes on when the core starts anew. */
  uptimeMs(): number
}

/** A clock that a later process can go on with. */
export interface LastingClock extends Clock {
  course(): ClockCourse
}

// The uptime of some systems counts whole seconds: a smaller difference is rounding.
const sleepThresholdMs = 1_000

/**
 * Makes the clock of one run. Its monotonic milliseconds count from the making and include sleep: whatever the uptime
 * gains on the monotonic clock was slept. With the `course` of another process on the same computer it goes on with that
 * one's run, and its time in between counts.
 */
export function createClock(
  { wall, mono, uptime, run: ownRun, zone }: ClockSources,
  course?: ClockCourse,
): LastingClock {
  const { run, startMs } = course ?? { run: ownRun, startMs: toMs(mono()) }
  const sleeps = [...(course?.sleeps ?? [])]
  let sleptMs = course?.sleptMs ?? 0
  let aheadMs = course?.aheadMs ?? uptime() * 1_000 - startMs

  function readMonoMs(): number {
    const monoMs = toMs(mono())
    // In whole milliseconds: the fraction that a sum of seconds is off by would take one from every sleep.
    const gainedMs = Math.round(uptime() * 1_000 - monoMs - aheadMs)
    if (gainedMs > sleepThresholdMs) {
      sleptMs += gainedMs
      aheadMs += gainedMs
      sleeps.push({ endedAtMs: Math.floor(monoMs - startMs + sleptMs), ms: gainedMs })
    }
    return Math.floor(monoMs - startMs + sleptMs)
  }

  return {
    read: () => ({ wallMs: Math.floor(wall()), monoMs: readMonoMs(), run, zone: zone() }),
    sleptSince(stamp) {
      readMonoMs()
      if (stamp.run !== run) return 0
      const after = sleeps.filter(({ endedAtMs }) => endedAtMs > stamp.monoMs)
      return Math.floor(after.reduce((sum, { ms }) => sum + ms, 0))
    },
    uptimeMs: () => Math.round(uptime() * 1_000),
    course: () => ({ run, startMs, sleptMs, aheadMs, sleeps: [...sleeps] }),
  }
}

function toMs(ns: bigint): number {
  return Number(ns) / 1e6
}
