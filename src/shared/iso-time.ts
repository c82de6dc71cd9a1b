const formatters = new Map<string, Intl.DateTimeFormat>()

/** An instant (milliseconds since 1970 UTC) as the clocks of a time zone show it: `2026-11-24T18:00:00-06:00`. */
export function isoLocalTime(wallMs: number, zone: string): string {
  const parts = new Map(
    formatter(zone)
      .formatToParts(wallMs)
      .map(({ type, value }) => [type, value]),
  )
  const [year, month, day, hour, minute, second] = fields.map((field) => parts.get(field) ?? '')
  // `GMT-06:00`, and `GMT` alone for no offset.
  const offset = (parts.get('timeZoneName') ?? '').slice('GMT'.length)
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset === '' ? '+00:00' : offset}`
}

const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

// Making a formatter costs far more than using it.
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const twoDigits = {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    ...twoDigits,
    timeZoneName: 'longOffset',
  })
  formatters.set(zone, made)
  return made
}
