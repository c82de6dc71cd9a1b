import { onceForZone } from './once-for-zone.ts'

/** The day (`2026-11-17`) that the calendar of a time zone shows at an instant, in milliseconds since 1970 UTC. */
export function isoDay(wallMs: number, zone: string): string {
  return formatter(zone).format(wallMs)
}

// Swedish writes ISO dates.
const formatter = onceForZone(
  (zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }),
)
