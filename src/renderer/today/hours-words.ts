import { hoursAndMinutes } from '../../shared/record/document-times.ts'

const hourMs = 3_600_000

/** `9 hours`, `1 hour`, `7:30 hours`. */
export function hoursOfWeekWords(ms: number): string {
  const words = ms % hourMs === 0 ? String(ms / hourMs) : hoursAndMinutes(ms)
  return `${words} ${words === '1' ? 'hour' : 'hours'}`
}
