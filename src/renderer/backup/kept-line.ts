import { kept } from '../../shared/backup/rotation.ts'

/** Where things stand on the line that shows what is kept: from a year ago at its left to now near its right end. */

const dayMs = 86_400_000

/** A stretch of the line: the nearer to now, the more room a day has. */
interface Stretch {
  readonly name: string
  /** How old its younger and its older end are, in days. */
  readonly fromDays: number
  readonly toDays: number
  /** Where those ends stand on the line, 0 to 1. */
  readonly from: number
  readonly to: number
  /** How many backups are kept of it. */
  readonly places: number
}

/** Now; what comes next stands to the right of it. */
const nowAt = 0.92

/** The last days, weeks and months of which backups are kept, youngest first. */
export const stretches: readonly Stretch[] = [
  { name: `${kept.days} days`, fromDays: 0, toDays: 7, from: nowAt, to: 0.6, places: kept.days },
  { name: `${kept.weeks} weeks`, fromDays: 7, toDays: 35, from: 0.6, to: 0.38, places: kept.weeks },
  { name: `${kept.months} months`, fromDays: 35, toDays: 366, from: 0.38, to: 0.02, places: kept.months },
]

/** Where a backup made at `madeAtMs` stands, 0 to 1. What is older than a year stands at the beginning, what is of the future at now. */
export function placeOnLine(madeAtMs: number, nowMs: number): number {
  const days = Math.max(0, (nowMs - madeAtMs) / dayMs)
  const stretch = stretches.find(({ toDays }) => days < toDays)
  if (stretch === undefined) return stretches.at(-1)?.to ?? 0
  const share = (days - stretch.fromDays) / (stretch.toDays - stretch.fromDays)
  return stretch.from + share * (stretch.to - stretch.from)
}

/** The small marks for the days, weeks and months, 0 to 1. */
export function marksOnLine(): readonly number[] {
  return stretches.flatMap(({ from, to, places }) =>
    Array.from({ length: places }, (_, place) => from + ((place + 1) / places) * (to - from)),
  )
}

/** How many of `madeAtMs` stand on each stretch, youngest first. */
export function countsOnLine(madeAtMs: readonly number[], nowMs: number): readonly number[] {
  return stretches.map(
    ({ fromDays, toDays }) =>
      madeAtMs.filter((ms) => {
        const days = Math.max(0, (nowMs - ms) / dayMs)
        return days >= fromDays && (days < toDays || toDays === stretches.at(-1)?.toDays)
      }).length,
  )
}
