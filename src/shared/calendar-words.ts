import { onceForZone } from './once-for-zone.ts'

/** Days of the calendar (`2026-11-17`) in the words of the computer's locale: no zone moves them. */

const calendar = { timeZone: 'UTC', day: 'numeric' } as const
// Making a formatter costs far more than using it.
const formats = {
  short: new Intl.DateTimeFormat(undefined, { ...calendar, month: 'short' }),
  long: new Intl.DateTimeFormat(undefined, { ...calendar, month: 'long' }),
}
const withYear = {
  short: new Intl.DateTimeFormat(undefined, { ...calendar, month: 'short', year: 'numeric' }),
  long: new Intl.DateTimeFormat(undefined, { ...calendar, month: 'long', year: 'numeric' }),
}
const months = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', month: 'short', year: 'numeric' })
const weekdays = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', weekday: 'long' })

/** `17 Nov`; with its year where that is not the year of `beside`, and never with it where that is null. */
export function calendarWords(day: string, beside: string | null, month: 'short' | 'long' = 'short'): string {
  const hasYear = beside !== null && day.slice(0, 4) !== beside.slice(0, 4)
  return (hasYear ? withYear : formats)[month].format(Date.parse(day))
}

/** `Nov 2025`. */
export function monthWords(day: string): string {
  return months.format(Date.parse(day))
}

/** `Monday`. */
export function weekdayWords(day: string): string {
  return weekdays.format(Date.parse(day))
}

/** `Tue 17 Nov 2026`, on the clock of `zone`, as the three below. */
export function sessionDay(wallMs: number, zone: string): string {
  return daysOf(zone).whole.format(wallMs)
}

/** `Tue 17 Nov`. */
export function shortSessionDay(wallMs: number, zone: string): string {
  return daysOf(zone).short.format(wallMs)
}

/** `Tuesday 17 November`. */
export function longSessionDay(wallMs: number, zone: string): string {
  return daysOf(zone).long.format(wallMs)
}

/** `Tuesday`. */
export function sessionWeekday(wallMs: number, zone: string): string {
  return daysOf(zone).weekday.format(wallMs)
}

const daysOf = onceForZone((timeZone) => {
  const short = { timeZone, weekday: 'short', day: 'numeric', month: 'short' } as const
  return {
    short: new Intl.DateTimeFormat(undefined, short),
    whole: new Intl.DateTimeFormat(undefined, { ...short, year: 'numeric' }),
    long: new Intl.DateTimeFormat(undefined, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: new Intl.DateTimeFormat(undefined, { timeZone, weekday: 'long' }),
  }
})
