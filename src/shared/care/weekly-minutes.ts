import { moveDay, weekOf, weekOfDay, weeksBetween } from './calendar-week.ts'
import type { CareRules } from './care-rules.ts'

const minuteMs = 60_000

/** One session as the log tells of it for one member; times in milliseconds, the start since 1970 UTC. */
export interface AttendedSession {
  readonly startedAtMs: number
  /** In the room, pauses and breaks included. */
  readonly presentMs: number
  /** The part of it that fell into pauses and breaks. */
  readonly breakMs: number
  /** Whether its group belongs to the program that asks for the hours. */
  readonly countsHours: boolean
}

/** Whole days of the calendar (`2026-11-16`), both included; without an end it still lasts. */
export interface DayPeriod {
  readonly from: string
  readonly until: string | null
}

/** Work with one member alone, in place of a group. */
export interface IndividualWork {
  readonly on: string
  readonly minutes: number
}

/**
 * What becomes of a week's target: it was *met*; it was not (*short*); it is not asked, since an exemption touches the
 * week (*exempt*), or they were enrolled in the program on some of its days (*partial*), in groups beside it alone
 * (*beside*), or in no group (*away*). The current week is *open* until it is met.
 */
export type WeekStatus = 'met' | 'short' | 'exempt' | 'partial' | 'beside' | 'away' | 'open'

/** One member's week; everything in milliseconds. */
export interface MinutesOfWeek {
  /** Its first day, `2026-11-16`. */
  readonly startsOn: string
  /** Group sessions of which they attended any time. */
  readonly sessions: number
  readonly presentMs: number
  readonly breakMs: number
  readonly individualMs: number
  /** Time in groups beside the program, with or without breaks as the clinic counts. */
  readonly besideMs: number
  /**
   * What counts towards the target: time in the program's groups, with or without breaks as the clinic counts, and individual
   * work. Nine hours are hours of the program's own services (ASAM level 2.1): an evening in a support group beside it is none.
   */
  readonly countedMs: number
  /** 0 in a week that is *beside*. */
  readonly targetMs: number
  readonly status: WeekStatus
}

export interface CareOfMember {
  /** When fewer hours were asked of them for their age. */
  readonly adolescent: readonly DayPeriod[]
  /** When they belonged to a group of the program that asks for the hours. */
  readonly enrolled: readonly DayPeriod[]
  /** When they belonged to a group beside it. */
  readonly beside: readonly DayPeriod[]
  /** When fewer hours were agreed, with a reason. */
  readonly exempt: readonly DayPeriod[]
  readonly individual: readonly IndividualWork[]
}

/** The time at which weeks are looked at, and the time zone whose calendar they are cut by. */
export interface LocalNow {
  readonly wallMs: number
  readonly zone: string
}

/**
 * A member's weeks, from their first session or enrolment to the current one, none left out. A session belongs to the
 * week that it started in, whole, even when it goes on over the week's end: so does its note, and so no minute is counted
 * twice. The sum over all weeks is the sum over the log. Weeks are those of the calendar of one zone, the one that the
 * computer is in, with all changes of its clocks.
 */
export function weeksOf(
  sessions: readonly AttendedSession[],
  care: CareOfMember,
  rules: CareRules,
  now: LocalNow,
): readonly MinutesOfWeek[] {
  const current = weekOf(now.wallMs, now.zone, rules.weekStartsOn)
  const attended = Map.groupBy(sessions, (session) =>
    weekOf(session.startedAtMs, now.zone, rules.weekStartsOn),
  )
  const alone = care.individual.map(({ on }) => weekOfDay(on, rules.weekStartsOn))
  const enrolled = [...care.enrolled, ...care.beside].map(({ from }) => weekOfDay(from, rules.weekStartsOn))
  const held = [...attended.keys(), ...alone].toSorted()
  const first = [...held, ...enrolled, current].toSorted()[0] ?? current
  // A session after now: somebody moved the clock. It counts all the same.
  const last = [...held, current].toSorted().at(-1) ?? current
  return weeksBetween(first, last).map((startsOn) =>
    weekOfMember(startsOn, current, attended.get(startsOn) ?? [], care, rules),
  )
}

/** One week of a member, of the sessions that started in it. */
export function weekOfMember(
  startsOn: string,
  currentWeek: string,
  sessions: readonly AttendedSession[],
  care: CareOfMember,
  rules: CareRules,
): MinutesOfWeek {
  const endsOn = moveDay(startsOn, 6)
  const presentMs = sumOf(sessions.map((session) => session.presentMs))
  const breakMs = sumOf(sessions.map((session) => session.breakMs))
  const alone = care.individual.filter(({ on }) => startsOn <= on && on <= endsOn)
  const individualMs = sumOf(alone.map(({ minutes }) => minutes)) * minuteMs
  const besideMs = sumOf(sessions.map((session) => (session.countsHours ? 0 : countedOf(session, rules))))
  const countedMs = countedOf({ presentMs, breakMs }, rules) - besideMs + individualMs
  const status = statusOf(startsOn, currentWeek, care)
  const targetMs = status === 'beside' ? 0 : targetOf(startsOn, care, rules)
  return {
    startsOn,
    sessions: sessions.filter((session) => session.presentMs > 0).length,
    presentMs,
    breakMs,
    individualMs,
    besideMs,
    countedMs,
    targetMs,
    status: status !== 'beside' && countedMs >= targetMs ? 'met' : status,
  }
}

/** What of a time in the room counts. */
function countedOf(
  { presentMs, breakMs }: Pick<AttendedSession, 'presentMs' | 'breakMs'>,
  { countsBreaks }: Pick<CareRules, 'countsBreaks'>,
): number {
  return countsBreaks ? presentMs : presentMs - breakMs
}

/** What a week asks of a member, in milliseconds. One in which they come of age asks as much as those before. */
function targetOf(startsOn: string, { adolescent }: CareOfMember, rules: CareRules): number {
  const isAdolescent = daysOf(startsOn).some((day) => isWithin(day, adolescent))
  return (isAdolescent ? rules.adolescentMinutes : rules.adultMinutes) * minuteMs
}

/** Why a week's target is not asked; `short` or, as long as the week goes on, `open` when it is. */
function statusOf(
  startsOn: string,
  currentWeek: string,
  { enrolled, beside, exempt }: Pick<CareOfMember, 'enrolled' | 'beside' | 'exempt'>,
): Exclude<WeekStatus, 'met'> {
  const days = daysOf(startsOn)
  const enrolledDays = days.filter((day) => isWithin(day, enrolled)).length
  if (enrolledDays === 0 && days.some((day) => isWithin(day, beside))) return 'beside'
  if (days.some((day) => isWithin(day, exempt))) return 'exempt'
  if (enrolledDays === 0) return 'away'
  if (enrolledDays < days.length) return 'partial'
  return startsOn < currentWeek ? 'short' : 'open'
}

function daysOf(startsOn: string): readonly string[] {
  return Array.from({ length: 7 }, (_, index) => moveDay(startsOn, index))
}

function isWithin(day: string, periods: readonly DayPeriod[]): boolean {
  return periods.some(({ from, until }) => from <= day && (until === null || day <= until))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
