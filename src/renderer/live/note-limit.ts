import { noteMaxLength } from '../../shared/words.ts'
import { textLimit } from '../app/text-limit.ts'

/** From 500 characters before the limit on, the field says how much room is left. */
export function noteLimit(text: string): ReturnType<typeof textLimit> {
  return textLimit(text.length, noteMaxLength, 500)
}
