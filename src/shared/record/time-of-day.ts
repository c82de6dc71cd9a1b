import type { TimeWords } from './member-facts.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Says wall times where a session was held; without a locale, in the computer's own way of writing them. */
export function timeOfDayIn(zone: string, locale?: string): TimeWords {
  const formatter = formatterOf(zone, locale)
  return (wallMs) => formatter.format(wallMs)
}

// Making a formatter costs far more than using it, and every look at a draft needs one.
function formatterOf(zone: string, locale: string | undefined): Intl.DateTimeFormat {
  const key = `${zone} ${locale ?? ''}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' })
  formatters.set(key, made)
  return made
}
