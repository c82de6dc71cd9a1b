/** Times and days in the words of the computer's locale, on the clock of `zone`. */

export function timeOfDay(wallMs: number, zone: string): string {
  return format(wallMs, zone, { timeStyle: 'short' })
}

/** `Tue 17 Nov`, in the locale's order. */
export function shortDay(wallMs: number, zone: string): string {
  return format(wallMs, zone, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** `Tuesday 17 November`, in the locale's order. */
export function longDay(wallMs: number, zone: string): string {
  return format(wallMs, zone, { weekday: 'long', day: 'numeric', month: 'long' })
}

export function weekdayName(wallMs: number, zone: string): string {
  return format(wallMs, zone, { weekday: 'long' })
}

/** `yesterday`, `6 days ago`, `in 2 days`: counted in days of the calendar. */
export function daysAway(days: number): string {
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(days, 'day')
}

function format(wallMs: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone }).format(wallMs)
}
