/** Times and days in the words of the computer's locale, on the clock of `zone`. */

export function timeOfDay(wallMs: number, zone: string): string {
  return format(wallMs, zone, { timeStyle: 'short' })
}

/** `Tue 17 Nov`, in the locale's order. */
export function shortDay(wallMs: number, zone: string): string {
  return format(wallMs, zone, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** `Tue 17 Nov`, in the locale's order, with the year where it is not the one of `nowMs`. */
export function pastDay(wallMs: number, zone: string, nowMs: number): string {
  const year = (ms: number) => format(ms, zone, { year: 'numeric' })
  if (year(wallMs) === year(nowMs)) return shortDay(wallMs, zone)
  return format(wallMs, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
}

/** `Tuesday 17 November`, in the locale's order. */
export function longDay(wallMs: number, zone: string): string {
  return format(wallMs, zone, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** `17 November`, in the locale's order, with the year where it is not the one of `nowMs`. */
export function calendarDay(wallMs: number, zone: string, nowMs: number): string {
  const year = (ms: number) => format(ms, zone, { year: 'numeric' })
  const isThisYear = year(wallMs) === year(nowMs)
  return format(wallMs, zone, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })
}

export function weekdayName(wallMs: number, zone: string): string {
  return format(wallMs, zone, { weekday: 'long' })
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs far more than using it.
function format(wallMs: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${JSON.stringify(options)}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone })
  formatters.set(key, formatter)
  return formatter.format(wallMs)
}
