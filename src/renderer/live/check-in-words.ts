import { moveBetween, type Move } from '../../shared/measures/check-in.ts'
import type { Better } from '../../shared/measures/measure.ts'
import type { Moment } from '../../shared/session/vocabulary.ts'

export const momentWords: Readonly<Record<Moment, string>> = { start: 'At the start', end: 'At the end' }

/** A number beside the person's own earlier one; null when there is none to stand beside. */
export interface ComparedWords {
  readonly move: Move
  /** `up from 5`, `as before`. */
  readonly words: string
  /** The same for those who hear the screen, with what it means where the measure says so. */
  readonly spoken: string
}

export function comparedWords(
  before: number | undefined,
  now: number | undefined,
  better: Better,
): ComparedWords | null {
  if (before === undefined || now === undefined) return null
  const move = moveBetween(before, now, better)
  const words = move.direction === 'same' ? 'as before' : `${move.direction} from ${before}`
  const meaning = move.isBetter === null ? '' : move.isBetter ? ', which is better' : ', which is harder'
  return { move, words, spoken: `${words}${meaning}` }
}
