import type { Meeting } from '../../shared/roster/group.ts'

// 1 January 2024 was a Monday.
const mondayMs = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/** The name of an ISO weekday (1 Monday to 7 Sunday) in the computer's language, or in `locale`. */
export function weekdayName(weekday: number, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return format.format(mondayMs + (weekday - 1) * dayMs)
}

/** A time of day (`18:00`) as the computer's locale writes it. */
export function timeOfDayWords(time: string, locale?: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
  return format.format(mondayMs + (hours * 60 + minutes) * 60_000)
}

/** When a group meets: `Tuesday and Thursday 18:00, Saturday 10:00`. Empty for a group without a schedule. */
export function scheduleWords(schedule: readonly Meeting[], locale?: string): string {
  const inOrder = schedule.toSorted((a, b) => a.weekday - b.weekday || a.time.localeCompare(b.time))
  const byTime = Map.groupBy(inOrder, ({ time }) => time)
  const list = new Intl.ListFormat('en', { type: 'conjunction' })
  return Array.from(byTime, ([time, meetings]) => {
    const days = list.format(meetings.map(({ weekday }) => weekdayName(weekday, locale)))
    return `${days} ${timeOfDayWords(time, locale)}`
  }).join(', ')
}
