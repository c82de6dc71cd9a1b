/** An ISO day in the computer's locale: `3 Nov`; with its year when that is not the year of `today`. */
export function dayWords(day: string, today: string | null, locale?: string): string {
  const isThisYear = today !== null && day.slice(0, 4) === today.slice(0, 4)
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}
