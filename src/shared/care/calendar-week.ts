import { isoDay } from '../iso-day.ts'
import { instantOf } from '../zoned-time.ts'

const dayMs = 86_400_000

/**
 * The first day (`2026-11-16`) of the week that a day belongs to. `weekStartsOn` counts as ISO 8601 does: 1 for Monday to
 * 7 for Sunday.
 */
export function weekOfDay(day: string, weekStartsOn: number): string {
  const date = Date.parse(day)
  const weekday = new Date(date).getUTCDay()
  return dayOf(date - ((weekday - weekStartsOn + 7) % 7) * dayMs)
}

/** The first day of the week in which an instant (milliseconds since 1970 UTC) lies, on the calendar of a time zone. */
export function weekOf(wallMs: number, zone: string, weekStartsOn: number): string {
  return weekOfDay(isoDay(wallMs, zone), weekStartsOn)
}

/** A day of the calendar, moved by whole days: no day of a calendar is longer than another, whatever the clocks do. */
export function moveDay(day: string, byDays: number): string {
  return dayOf(Date.parse(day) + byDays * dayMs)
}

/** The first days of all weeks from one to another, both included; none when the second is the earlier one. */
export function weeksBetween(first: string, last: string): readonly string[] {
  const weeks: string[] = []
  for (let week = first; week <= last; week = moveDay(week, 7)) weeks.push(week)
  return weeks
}

/** A stretch of time, in milliseconds since 1970 UTC; its end is no part of it. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** When a week begins and ends where the clocks of a time zone show it: 168 hours, or one more or less as they change. */
export function spanOfWeek(startsOn: string, zone: string): Span {
  return { fromMs: beginOf(startsOn, zone), toMs: beginOf(moveDay(startsOn, 7), zone) }
}

/** The instant at which a day begins; in a zone whose clocks change at midnight, at the first time that it has. */
export function beginOf(day: string, zone: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return instantOf({ year, month, day: date }, '00:00', zone)
}

function dayOf(date: number): string {
  return new Date(date).toISOString().slice(0, 10)
}
