import { onceForZone } from '../../shared/once-for-zone.ts'

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

/** `Tue 17 Nov 2026`, on the clock of `zone`. */
export function sessionDay(wallMs: number, zone: string): string {
  return days(zone).format(wallMs)
}

const days = onceForZone(
  (zone) =>
    new Intl.DateTimeFormat(undefined, {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
)
