import { timeOfDay } from '../app/time-words.ts'
import { instantOf, localDay } from '../../shared/zoned-time.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

interface Clock {
  readonly hours: number
  readonly minutes: number
  /** Which half of the day was said; null when it was left to be understood. */
  readonly half: 'am' | 'pm' | null
}

const clockPattern = /^(?<hours>\d{1,2})(?:[:.]?(?<minutes>\d{2}))?\s*(?<half>[ap])?\.?(?:m\.?)?$/iu

/** `603`, `6:03`, `18.03`, `6:03 pm`, and `6` for the full hour; null for anything else. */
function readClock(text: string): Clock | null {
  const parts = clockPattern.exec(text.trim())?.groups
  if (parts === undefined) return null
  const hours = Number(parts['hours'])
  const minutes = Number(parts['minutes'] ?? '0')
  const half = parts['half'] === undefined ? null : parts['half'].toLowerCase() === 'a' ? 'am' : 'pm'
  const isClock = hours < 24 && minutes < 60 && (half === null || (hours >= 1 && hours <= 12))
  return isClock ? { hours, minutes, half } : null
}

/** The instants on the day of `dayMs` and the one after that a written time can mean, ascending. */
function candidates({ hours, minutes, half }: Clock, dayMs: number, zone: string): number[] {
  const shown =
    half === null
      ? hours >= 1 && hours <= 12
        ? [hours % 12, (hours % 12) + 12]
        : [hours]
      : [(hours % 12) + (half === 'pm' ? 12 : 0)]
  return [0, 1].flatMap((days) =>
    shown.map((hour) => instantOf(localDay(dayMs, zone, days), `${hour}:${minutes}`, zone)),
  )
}

/** When a session began: on the day of `nearMs`, the half of the day that lies nearer to it. Null when no time is written. */
export function readStart(text: string, nearMs: number, zone: string): number | null {
  const clock = readClock(text)
  if (clock === null) return null
  const day = isoOf(nearMs, zone)
  const [first, ...others] = candidates(clock, nearMs, zone).filter((ms) => isoOf(ms, zone) === day)
  if (first === undefined) return null
  return others.reduce((best, ms) => (Math.abs(ms - nearMs) < Math.abs(best - nearMs) ? ms : best), first)
}

/** A later time of a session that began at `startMs`: the first that fits what is written. */
export function readLater(text: string, startMs: number, zone: string): number | null {
  const clock = readClock(text)
  if (clock === null) return null
  return candidates(clock, startMs, zone).find((ms) => ms > startMs) ?? null
}

/**
 * When somebody came or went. One or two figures are the minutes of an hour, as they stand on paper: the first such
 * minute after the start for who came, the last one before the end for who left.
 */
export function readMoment(
  text: string,
  which: 'came' | 'left',
  { startMs, endMs, zone }: { readonly startMs: number; readonly endMs: number; readonly zone: string },
): number | null {
  const figures = /^\d{1,2}$/u.exec(text.trim())
  if (figures === null) {
    const isStart = readClock(text) !== null && readStart(text, startMs, zone) === startMs
    return isStart ? startMs : readLater(text, startMs, zone)
  }
  const minute = Number(figures[0])
  if (minute >= 60) return null
  const firstMs = startMs + (((minute - minuteOf(startMs, zone)) % 60) + 60) * minuteMs
  const earliestMs = firstMs - startMs >= hourMs ? firstMs - hourMs : firstMs
  if (which === 'came') return earliestMs
  const hours = Math.max(0, Math.floor((endMs - earliestMs) / hourMs))
  return earliestMs + hours * hourMs
}

function minuteOf(ms: number, zone: string): number {
  return Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, minute: 'numeric' }).format(ms))
}

function isoOf(ms: number, zone: string): string {
  const { year, month, day } = localDay(ms, zone)
  return `${year}-${month}-${day}`
}

/** A time as the computer writes it, where that can be read back; `18:03` otherwise. */
export function writeClock(ms: number, zone: string): string {
  const words = timeOfDay(ms, zone)
  if (readStart(words, ms, zone) === ms) return words
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(ms)
}
