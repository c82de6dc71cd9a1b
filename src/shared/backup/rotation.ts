import { isoDay } from '../iso-day.ts'

/** One backup of a vault, as far as rotating looks at it. */
export interface KeptBackup {
  readonly name: string
  /** Milliseconds since 1970 UTC. */
  readonly madeAtMs: number
  /** Whether every byte of it was read back and found as it was written. */
  readonly isVerified: boolean
}

/**
 * A time whose backups hold what a restore has left behind: after the moment that was gone back to, until the restore. In
 * milliseconds since 1970 UTC; the first does not count, the last does.
 */
export interface LeftBehind {
  readonly afterMs: number
  readonly untilMs: number
}

/** Of how many days, weeks and months the newest backup is kept. Those without a backup do not count. */
export const kept = { days: 7, weeks: 4, months: 12 } as const

const dayMs = 86_400_000

/** For how long the backups that a restore has left behind are rotated apart: as long as the oldest that are kept. */
export const leftBehindForMs = 365 * dayMs

/**
 * The names of the backups that may go: those that are neither the newest of one of the last seven days with a backup, nor
 * of one of the last four such weeks, nor of one of the last twelve such months, nor the newest that is verified. `backups`
 * are in the order in which they were made, last first, and of two the one that stands first is the newer one, whatever their
 * dates say: a clock can be set back, and the one made last always stays. Days are those of the calendar of `zone`; a week
 * begins on Monday. A pause of months takes nothing away by itself. Those of each time in `leftBehind` are looked at apart:
 * who went back to the wrong backup finds what is newer.
 */
export function findSurplus(
  backups: readonly KeptBackup[],
  zone: string,
  leftBehind: readonly LeftBehind[] = [],
): string[] {
  const lines = Map.groupBy(backups, ({ madeAtMs }) =>
    leftBehind.find(({ afterMs, untilMs }) => madeAtMs > afterMs && madeAtMs <= untilMs),
  )
  return [...lines.values()].flatMap((line) => findSurplusOf(line, zone))
}

function findSurplusOf(lastFirst: readonly KeptBackup[], zone: string): string[] {
  const staying = new Set([
    ...newestOfEach(lastFirst, kept.days, ({ madeAtMs }) => isoDay(madeAtMs, zone)),
    ...newestOfEach(lastFirst, kept.weeks, ({ madeAtMs }) => mondayOf(isoDay(madeAtMs, zone))),
    ...newestOfEach(lastFirst, kept.months, ({ madeAtMs }) => isoDay(madeAtMs, zone).slice(0, 7)),
    ...lastFirst.filter(({ isVerified }) => isVerified).slice(0, 1),
  ])
  return lastFirst.filter((backup) => !staying.has(backup)).map(({ name }) => name)
}

function newestOfEach(
  lastFirst: readonly KeptBackup[],
  count: number,
  spanOf: (backup: KeptBackup) => string,
): KeptBackup[] {
  const newest = new Map<string, KeptBackup>()
  for (const backup of lastFirst) {
    const span = spanOf(backup)
    if (!newest.has(span)) newest.set(span, backup)
  }
  return [...newest.values()].slice(0, count)
}

function mondayOf(day: string): string {
  const atMs = Date.parse(`${day}T00:00:00Z`)
  const sinceMonday = (new Date(atMs).getUTCDay() + 6) % 7
  return new Date(atMs - sinceMonday * dayMs).toISOString().slice(0, 10)
}
