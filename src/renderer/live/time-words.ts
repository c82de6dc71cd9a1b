import type { Stamp } from '../../shared/session/stamp.ts'

const minuteMs = 60_000

/** `8:40`: minutes and seconds, counted up. Beyond an hour the minutes go on, since phases are planned in minutes. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What is left of a time: a second that has begun still counts, so that 0:00 is the very end. */
export function minutesAndSecondsLeft(ms: number): string {
  return minutesAndSeconds(Math.ceil(ms / 1000) * 1000)
}

/** `1 min`, `12 min`; under a minute it is still being counted. */
export function aboutMinutes(ms: number): string {
  const minutes = Math.round(ms / minuteMs)
  return minutes < 1 ? 'under 1 min' : `${minutes} min`
}

/** A time of day where the session is held, in the computer's own way of writing it. */
export function wallTime(wallMs: number, zone: Stamp['zone'], withSeconds = false): string {
  return formatter(zone, withSeconds).format(wallMs)
}

/** From one time of day to another, `6:20 – 6:32 PM`, in the computer's own way of writing it. */
export function wallTimeRange(fromMs: number, toMs: number, zone: Stamp['zone']): string {
  return formatter(zone, false).formatRange(fromMs, toMs)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs far more than using it, and clocks use one all the time.
function formatter(zone: string, withSeconds: boolean): Intl.DateTimeFormat {
  const key = `${zone} ${withSeconds}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(undefined, {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
  })
  formatters.set(key, made)
  return made
}
