import { counted } from '../../shared/count.ts'
import type { Destruction, Erasure } from '../../shared/ipc/retention-calls.ts'
import { erasedParts } from './foreseen-words.ts'

/** What was erased, in numbers. */
export function erasedWords(done: Erasure): string {
  const { chartCount, sessionCount, textCount, fileCount } = done
  const isOne = chartCount + sessionCount + textCount + fileCount === 1
  return `${erasedParts(done)} ${isOne ? 'is' : 'are'} erased.`
}

/** What was destroyed, in numbers. */
export function destroyedWords({ noteCount, sessionCount }: Destruction): string {
  const isOne = noteCount === 1
  return `${counted(noteCount, 'private note')} of ${counted(sessionCount, 'session')} ${isOne ? 'is' : 'are'} destroyed, and so is the key that could read ${isOne ? 'it' : 'them'}.`
}
