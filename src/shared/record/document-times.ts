import { onceForZone } from '../once-for-zone.ts'

/** How a document writes dates and times: where the session was held, in the words of a locale. */
export interface DocumentTimes {
  day(wallMs: number): string
  timeOfDay(wallMs: number): string
  /** Day and time, short. */
  moment(wallMs: number): string
}

/** Without a locale, the computer's own. */
export const documentTimes = onceForZone((zone, locale): DocumentTimes => {
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' })
  const timeOfDay = new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' })
  const moment = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  return {
    day: (wallMs) => day.format(wallMs),
    timeOfDay: (wallMs) => timeOfDay.format(wallMs),
    moment: (wallMs) => moment.format(wallMs),
  }
})

/** `1:31`, hours and whole minutes, as in the sentences of a note: two papers never tell two numbers for one time. */
export function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Half a minute is rounded up: for what took time, not for what somebody attended. */
export function nearestMinutes(ms: number): number {
  return Math.round(ms / 60_000)
}
