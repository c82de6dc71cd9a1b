import { onceForZone } from './once-for-zone.ts'

/** A day on the calendar of a time zone. `weekday` as ISO counts: 1 Monday to 7 Sunday. */
interface LocalDay {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
}

const dayMs = 86_400_000
const minuteMs = 60_000

/** The day that it is in `zone` at an instant, moved by whole days on the calendar. */
export function localDay(wallMs: number, zone: string, moveByDays = 0): LocalDay {
  const local = new Date(localClockMs(wallMs, zone) + moveByDays * dayMs)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
  }
}

/**
 * The instant, in milliseconds since 1970 UTC, at which the clocks of `zone` show `time` (`18:00`) on a day. A time that
 * the spring change leaves out is moved on by the hour that is missing; of one that comes twice in autumn, the first.
 */
export function instantOf(
  { year, month, day }: Omit<LocalDay, 'weekday'>,
  time: string,
  zone: string,
): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shownMs = Date.UTC(year, month - 1, day, hours, minutes)
  // The offset before any change of that day, and the one after it: one of the two is in force.
  const before = shownMs - offsetMs(shownMs - dayMs, zone)
  const after = shownMs - offsetMs(shownMs + dayMs, zone)
  if (localClockMs(before, zone) === shownMs) return before
  return localClockMs(after, zone) === shownMs ? after : before
}

/** Whole minutes until an instant, rounded up: "in 1 minute" holds until the minute is over. */
export function minutesUntil(instantMs: number, nowMs: number): number {
  return Math.ceil((instantMs - nowMs) / minuteMs)
}

/** Days of the calendar from one instant to another: 1 for tomorrow, however few hours away. */
export function calendarDaysBetween(fromMs: number, toMs: number, zone: string): number {
  return Math.floor(localClockMs(toMs, zone) / dayMs) - Math.floor(localClockMs(fromMs, zone) / dayMs)
}

function offsetMs(wallMs: number, zone: string): number {
  return localClockMs(wallMs, zone) - wallMs
}

/** What the clocks of `zone` show at an instant, as if it were UTC. */
function localClockMs(wallMs: number, zone: string): number {
  const shown = Object.fromEntries(
    clockOf(zone)
      .formatToParts(wallMs)
      .map(({ type, value }) => [type, Number(value)] as const),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) + (wallMs - Math.floor(wallMs / 1000) * 1000)
}

const clockOf = onceForZone(
  (zone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
)
