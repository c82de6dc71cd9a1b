/** How a document writes dates and times: where the session was held, in the words of a locale. */
export interface TimeWords {
  day(wallMs: number): string
  timeOfDay(wallMs: number): string
  /** Day and time, short. */
  moment(wallMs: number): string
}

/** Without a locale, the computer's own. */
export function timeWords(zone: string, locale: string | undefined): TimeWords {
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' })
  const timeOfDay = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' })
  const moment = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  return {
    day: (wallMs) => day.format(wallMs),
    timeOfDay: (wallMs) => timeOfDay.format(wallMs),
    moment: (wallMs) => moment.format(wallMs),
  }
}

/** `1:31`, hours and minutes; half a minute is rounded up. */
export function hoursAndMinutes(ms: number): string {
  const minutes = wholeMinutes(ms)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export function wholeMinutes(ms: number): number {
  return Math.round(ms / 60_000)
}
