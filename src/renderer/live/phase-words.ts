import { minutesAndSeconds, minutesAndSecondsLeft } from './time-words.ts'
import type { PhaseTone } from './pace.ts'

const minuteMs = 60_000

/** The large clock: what stands in it, and the words above that say how to read it. */
interface ClockWords {
  readonly figure: string
  /** `about`, `over`; null where the figure needs none. */
  readonly reading: string | null
}

/** `leftMs` is negative when the phase runs over. Without seconds the clock moves by the minute and says so. */
export function clockWords(leftMs: number, showsSeconds: boolean): ClockWords {
  if (showsSeconds) {
    return leftMs >= 0
      ? { figure: minutesAndSecondsLeft(leftMs), reading: null }
      : { figure: minutesAndSeconds(-leftMs), reading: 'over' }
  }
  if (leftMs > 0) return { figure: String(Math.ceil(leftMs / minuteMs)), reading: 'about' }
  const over = Math.floor(-leftMs / minuteMs)
  return { figure: String(over), reading: 'minutes over' }
}

/** The same in one line, as on the agenda: `8:40 left`, `about 9 min`, `2:10 over`. */
export function phaseLeftWords(leftMs: number, showsSeconds: boolean): string {
  const { figure } = clockWords(leftMs, showsSeconds)
  if (showsSeconds) return leftMs >= 0 ? `${figure} left` : `${figure} over`
  return leftMs > 0 ? `about ${figure} min` : figure === '0' ? 'time is up' : `${figure} min over`
}

/** What the colours say, in words. */
export const toneWords: Readonly<Record<PhaseTone, string | null>> = {
  calm: null,
  amber: 'coming to an end',
  deep: 'time to close',
  over: 'running over',
}
