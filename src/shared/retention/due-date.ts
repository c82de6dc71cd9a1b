import { moveDay } from '../care/calendar-week.ts'
import type { ChartStanding } from '../ipc/retention-calls.ts'
import type { RetentionRules } from './retention-rules.ts'

/** What the date of a chart is counted from. Days are those of the calendar (`2026-11-22`); null where there is none. */
export interface ChartDays {
  /** The last day on which something of them was recorded. */
  readonly lastContactOn: string | null
  /** Whether their hours were ever counted as an adolescent's. */
  readonly cameAsAdolescent: boolean
  readonly ofAgeOn: string | null
  readonly lastDisclosedOn: string | null
}

/** From when on a chart may be erased, or why nobody can say. */
export type Due =
  | { readonly kind: 'on'; readonly day: string }
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'age-unknown' }
  | { readonly kind: 'never-came' }

/**
 * The first day on which a chart may be erased. The clinic's years after the last contact; for whoever came as an
 * adolescent not before the years after coming of age; and not before the last account of what was disclosed is due no
 * more (45 CFR 164.528(a)). Without a rule of anybody's there is no date.
 */
export function chartDue(days: ChartDays, rules: RetentionRules): Due {
  const { lastContactOn, cameAsAdolescent, ofAgeOn, lastDisclosedOn } = days
  if (lastContactOn === null && lastDisclosedOn === null) return { kind: 'never-came' }
  if (rules.jurisdiction === '') return { kind: 'no-rule' }
  if (cameAsAdolescent && ofAgeOn === null) return { kind: 'age-unknown' }
  const ends = [
    lastContactOn === null ? '' : dayAfterYears(lastContactOn, rules.adultYears),
    ofAgeOn === null ? '' : dayAfterYears(ofAgeOn, rules.minorYears),
    lastDisclosedOn === null ? '' : dayAfterYears(lastDisclosedOn, rules.disclosureYears),
  ]
  return { kind: 'on', day: latestOf(ends) }
}

/** What the console does with a chart today. Care comes before every date, and a hold before being erased. */
export function standingOfChart(
  due: Due,
  {
    today,
    isInCare,
    isHeld,
  }: { readonly today: string; readonly isInCare: boolean; readonly isHeld: boolean },
): ChartStanding {
  if (isInCare) return 'in-care'
  if (due.kind === 'no-rule') return 'kept'
  if (due.kind === 'age-unknown') return due.kind
  if (due.kind === 'never-came') return isHeld ? 'held' : due.kind
  if (today < due.day) return 'kept'
  return isHeld ? 'held' : 'past'
}

/**
 * The first day after so many whole years from a day: the day itself counts to none of them, and a year from 29 February
 * ends on 1 March where there is no such day. After no years, that day.
 */
export function dayAfterYears(day: string, years: number): string {
  if (years === 0) return day
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // A calendar ends with 9999; nothing that is kept so long has a date that comes.
  if (year + years >= lastYear) return `${lastYear}-12-31`
  const anniversary = new Date(0)
  anniversary.setUTCFullYear(year + years, month - 1, date)
  return moveDay(anniversary.toISOString().slice(0, 10), 1)
}

const lastYear = 9999

/** The latest of some days, empty ones left out; all may be empty, and then it is. */
export function latestOf(days: readonly string[]): string {
  return days.reduce((latest, day) => (day > latest ? day : latest), '')
}
