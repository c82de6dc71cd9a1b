import { noteMaxLength } from '../../shared/words.ts'

/** From here on the field says how much room is left. */
const nearLimit = noteMaxLength - 500

interface NoteLimit {
  readonly isTooLong: boolean
  /** Null while there is plenty of room. */
  readonly words: string | null
}

export function noteLimit(text: string): NoteLimit {
  const over = text.length - noteMaxLength
  if (over > 0) return { isTooLong: true, words: `${characters(over)} too long; nothing is lost` }
  if (text.length < nearLimit) return { isTooLong: false, words: null }
  return { isTooLong: false, words: `${characters(noteMaxLength - text.length)} left` }
}

function characters(count: number): string {
  return `${new Intl.NumberFormat(undefined).format(count)} ${count === 1 ? 'character' : 'characters'}`
}
