import { moveDay, weekOf, weekOfDay, weeksBetween } from '../care/calendar-week.ts'
import type { AtWeek } from '../plots/axis.ts'
import { calendarWords } from '../calendar-words.ts'
import { z } from '../zod.ts'

/** Weeks that a page shows at once, unless all of them are asked for. */
export const windowWeeks = 12

/** Which weeks are shown: those up to the current one, those up to the one with another day, or all that there are. */
export const spanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now') }),
  z.strictObject({ kind: z.literal('to'), week: z.iso.date() }),
  z.strictObject({ kind: z.literal('all') }),
])
export type Span = z.infer<typeof spanSchema>

/** Weeks by their first days (`2026-11-16`), ascending, none left out. */
export interface MemberWindow {
  readonly weeks: readonly string[]
  readonly weekStartsOn: number
  readonly zone: string
  readonly currentWeek: string
  /** The week of the first thing that is known of them. */
  readonly firstWeek: string
}

interface WindowBasis {
  readonly zone: string
  /** On the calendar of the zone, `2026-11-17`. */
  readonly today: string
  readonly weekStartsOn: number
  /** When the first thing was that is known of them; null where there is nothing. */
  readonly firstMs: number | null
}

export function windowOf(span: Span, { zone, today, weekStartsOn, firstMs }: WindowBasis): MemberWindow {
  const currentWeek = weekOfDay(today, weekStartsOn)
  const firstKnown = firstMs === null ? currentWeek : weekOf(firstMs, zone, weekStartsOn)
  const firstWeek = firstKnown < currentWeek ? firstKnown : currentWeek
  const asked = span.kind === 'to' ? weekOfDay(span.week, weekStartsOn) : currentWeek
  const last = asked < currentWeek ? asked : currentWeek
  const twelveBack = moveDay(last, -7 * (windowWeeks - 1))
  const from = span.kind === 'all' && firstWeek < twelveBack ? firstWeek : twelveBack
  return { weeks: weeksBetween(from, last), weekStartsOn, zone, currentWeek, firstWeek }
}

/** Whether anything is known of the weeks before those that are shown, and whether there are any after them. */
export function hasEarlier({ weeks, firstWeek }: MemberWindow): boolean {
  return (weeks[0] ?? firstWeek) > firstWeek
}

export function hasLater({ weeks, currentWeek }: MemberWindow): boolean {
  return (weeks.at(-1) ?? currentWeek) < currentWeek
}

/** The twelve weeks before or after those that are shown. */
export function moved({ weeks, currentWeek }: MemberWindow, by: 1 | -1): Span {
  return { kind: 'to', week: moveDay(weeks.at(-1) ?? currentWeek, by * 7 * windowWeeks) }
}

/** The place of a week on the axis; -1 for one that is not shown. */
export function indexOfWeek({ weeks, weekStartsOn, zone }: MemberWindow, wallMs: number): number {
  return weeks.indexOf(weekOf(wallMs, zone, weekStartsOn))
}

/** The place of a day (`2026-11-17`) on the axis, by the middle of that day; null for one that is not shown. */
export function atDay({ weeks }: MemberWindow, day: string): AtWeek | null {
  const [first] = weeks
  if (first === undefined) return null
  const days = (Date.parse(day) - Date.parse(first)) / 86_400_000
  return days < 0 || days >= weeks.length * 7 ? null : (days + 0.5) / 7
}

/** `Twelve weeks to today`, `Twelve weeks to 24 August`, `All 57 weeks`. */
export function windowWords({ weeks, currentWeek }: MemberWindow): string {
  const last = weeks.at(-1) ?? currentWeek
  if (weeks.length > windowWeeks) return `All ${weeks.length} weeks`
  if (last === currentWeek) return 'Twelve weeks to today'
  return `Twelve weeks to ${calendarWords(moveDay(last, 6), currentWeek, 'long')}`
}
