import { minutesAndSecondsLeft } from './time-words.ts'
import type { PhaseTone } from './pace.ts'

const minuteMs = 60_000

/** The large clock: what stands in it, and the words above that say how to read it. */
interface ClockWords {
  readonly figure: string
  /** Null where the figure needs none. */
  readonly reading: 'about' | 'min left' | 'min over' | null
}

/**
 * `leftMs` is negative when the phase runs over. Without seconds the clock moves by the minute and says so. Time that is
 * over is counted in minutes by every clock: seconds would only press.
 */
export function clockWords(leftMs: number, showsSeconds: boolean): ClockWords {
  const over = Math.floor(-leftMs / minuteMs)
  if (over >= 1) return { figure: String(over), reading: 'min over' }
  if (leftMs < 0 || (leftMs === 0 && !showsSeconds)) return { figure: '0', reading: 'min left' }
  return showsSeconds
    ? { figure: minutesAndSecondsLeft(leftMs), reading: null }
    : { figure: String(Math.ceil(leftMs / minuteMs)), reading: 'about' }
}

/** The same in one line, as on the agenda: `8:40 left`, `about 9 min`, `2 min over`. */
export function phaseLeftWords(leftMs: number, showsSeconds: boolean): string {
  const { figure, reading } = clockWords(leftMs, showsSeconds)
  switch (reading) {
    case 'about':
      return `about ${figure} min`
    case 'min left':
      return 'time is up'
    case 'min over':
      return `${figure} min over`
    case null:
      return `${figure} left`
  }
}

/** What the colours say, in words. */
export const toneWords: Readonly<Record<PhaseTone, string | null>> = {
  calm: null,
  amber: 'coming to an end',
  deep: 'time to close',
  over: 'running over',
}
