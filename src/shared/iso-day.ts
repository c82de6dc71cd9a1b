const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day (`2026-11-17`) that the calendar of a time zone shows at an instant, in milliseconds since 1970 UTC. */
export function isoDay(wallMs: number, zone: string): string {
  return formatter(zone).format(wallMs)
}

// Making a formatter costs far more than using it.
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  // Swedish writes ISO dates.
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  formatters.set(zone, made)
  return made
}
