import type { CareEntry } from '../care/care-entry.ts'

/** When fewer hours were agreed, and why; days of the calendar, both included. Without an end it still holds. */
export interface ExemptPeriod {
  readonly from: string
  readonly until: string | null
  readonly reason: string
}

/** What a member's history says of exemptions; what was taken back never was. */
export function exemptPeriods(entries: readonly CareEntry[]): readonly ExemptPeriod[] {
  const counting = entries.filter(({ takenBackBy }) => takenBackBy === null)
  return counting.flatMap(({ seq, act }) => {
    if (act.kind !== 'exempted') return []
    const end = counting.find((one) => one.act.kind === 'exemption-ended' && one.act.refersTo === seq)
    return [{ from: act.day, until: end?.act.day ?? null, reason: act.reason }]
  })
}

/** The first day on which they were enrolled in a group; null where nobody wrote it down. */
export function firstEnrolledOn(entries: readonly CareEntry[]): string | null {
  const days = entries.flatMap(({ act, takenBackBy }) =>
    act.kind === 'enrolled' && takenBackBy === null && act.day !== null ? [act.day] : [],
  )
  return days.toSorted()[0] ?? null
}
