import { onceForZone } from './once-for-zone.ts'

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

const formatter = onceForZone(
  (zone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    }),
)
