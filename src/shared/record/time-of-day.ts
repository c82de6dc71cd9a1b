import { onceForZone } from '../once-for-zone.ts'
import type { TimeWords } from './member-facts.ts'

/** Says wall times where a session was held; without a locale, in the computer's own way of writing them. */
export const timeOfDayIn = onceForZone((zone, locale): TimeWords => {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' })
  return (wallMs) => formatter.format(wallMs)
})
