import { moveDay } from '../../shared/care/calendar-week.ts'

/** Days of the calendar (`2026-11-24`) as a locale says them: no zone moves them. */
export function calendarDays(locale: string | undefined): (isoDay: string) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' })
  return (isoDay) => format.format(Date.parse(isoDay))
}

/** `31 Aug 2026 to 22 Nov 2026`: from the first day of the first week to the last of the last, and no day to come. */
export function periodWords(
  {
    firstWeek,
    lastWeek,
    asOf,
  }: { readonly firstWeek: string; readonly lastWeek: string; readonly asOf: string },
  locale: string | undefined,
): string {
  const end = moveDay(lastWeek, 6)
  const day = calendarDays(locale)
  return `${day(firstWeek)} to ${day(end < asOf ? end : asOf)}`
}
