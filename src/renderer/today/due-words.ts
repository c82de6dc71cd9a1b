import { counted } from '../../shared/count.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { calendarDaysBetween } from '../../shared/zoned-time.ts'
import { shortDay, timeOfDay, weekdayName } from '../app/time-words.ts'
import type { DueNotes } from './due-notes.ts'

/** After a week a weekday is said of two days. */
const namedDays = 6

/**
 * `due tomorrow`, `due Thursday`, `2 days overdue`. The instant itself is late, so the day that is said is the one that it
 * ends. After a risk the hour counts.
 */
export function dueWords(
  { dueMs, isOverdue, session: { hasRiskUnsigned } }: DueNotes,
  { wallMs, zone }: Pick<Stamp, 'wallMs' | 'zone'>,
): string {
  const days = calendarDaysBetween(wallMs, dueMs - 1, zone)
  const time = hasRiskUnsigned ? `, ${timeOfDay(dueMs, zone)}` : ''
  if (isOverdue && days === 0) return `overdue since ${timeOfDay(dueMs, zone)}`
  if (isOverdue) return `${counted(-days, 'day')} overdue`
  return `due ${dayAhead(days, dueMs - 1, zone)}${time}`
}

function dayAhead(days: number, ms: number, zone: string): string {
  if (days <= 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days <= namedDays ? weekdayName(ms, zone) : shortDay(ms, zone)
}
