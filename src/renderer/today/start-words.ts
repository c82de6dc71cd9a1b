import type { Stamp } from '../../shared/session/stamp.ts'
import { shortDay } from '../app/time-words.ts'
import { calendarDaysBetween, minutesUntil } from '../../shared/zoned-time.ts'

/** Three short lines for the middle of the circle: `starts in`, `22`, `minutes`. */
interface StartWords {
  readonly before: string
  readonly figure: string
  readonly after: string
  readonly isLate: boolean
}

/** How long until a meeting starts: minutes while they help, then hours, then days. */
export function startWords(startMs: number, now: Pick<Stamp, 'wallMs' | 'zone'>): StartWords {
  const minutes = minutesUntil(startMs, now.wallMs)
  const days = calendarDaysBetween(now.wallMs, startMs, now.zone)
  if (minutes < 0)
    return { before: 'late by', figure: String(-minutes), after: plural(-minutes, 'minute'), isLate: true }
  if (minutes === 0) return { before: 'starts', figure: 'now', after: '', isLate: false }
  if (minutes < 100) return ahead(minutes, 'minute')
  return days > 0 ? ahead(days, 'day') : ahead(Math.round(minutes / 60), 'hour')
}

function ahead(count: number, unit: string): StartWords {
  return { before: 'starts in', figure: String(count), after: plural(count, unit), isLate: false }
}

/** `Today`, `Yesterday`, then `Wed 11 Nov`. */
export function pastDayWords(atMs: number, now: Pick<Stamp, 'wallMs' | 'zone'>): string {
  const days = calendarDaysBetween(atMs, now.wallMs, now.zone)
  if (days === 0) return 'Today'
  return days === 1 ? 'Yesterday' : shortDay(atMs, now.zone)
}

function plural(count: number, unit: string): string {
  return count === 1 ? unit : `${unit}s`
}
