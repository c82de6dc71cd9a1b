import { isoDay } from '../iso-day.ts'
import type { RecordRules } from './record-rules.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/**
 * Until when a note is to be signed, in milliseconds since 1970 UTC: the end of the last business day that the clinic
 * allows after the session's own day, and where risk was marked so many hours after its end, if that is sooner. Business
 * days are Monday to Friday where the session was held; holidays are the clinic's own matter. The instant itself is late.
 */
export function dueAt(
  endedAtMs: number,
  hasRisk: boolean,
  { dueBusinessDays, dueHoursAtRisk }: Pick<RecordRules, 'dueBusinessDays' | 'dueHoursAtRisk'>,
  zone: string,
): number {
  const lastDay = businessDayAfter(isoDay(endedAtMs, zone), dueBusinessDays)
  const usualMs = beginOfDay(lastDay + dayMs, zone)
  return hasRisk ? Math.min(usualMs, endedAtMs + dueHoursAtRisk * hourMs) : usualMs
}

/** The date, as its midnight in UTC, that is so many business days after a day (`2026-11-24`). */
function businessDayAfter(day: string, count: number): number {
  let date = Date.parse(day)
  for (let left = count; left > 0; left -= isBusinessDay(date) ? 1 : 0) date += dayMs
  return date
}

function isBusinessDay(date: number): boolean {
  const weekday = new Date(date).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** The first minute of a date in a zone. Not every day begins at midnight, and no zone is further than 15 h from UTC. */
function beginOfDay(date: number, zone: string): number {
  const day = new Date(date).toISOString().slice(0, 10)
  let [before, from] = [date - 15 * hourMs, date + 15 * hourMs]
  while (from - before > minuteMs) {
    const middle = before + Math.floor((from - before) / 2 / minuteMs) * minuteMs
    if (isoDay(middle, zone) < day) before = middle
    else from = middle
  }
  return from
}
