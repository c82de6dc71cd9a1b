import type { Mark } from './vocabulary.ts'

export interface MarkWords {
  readonly mark: Mark
  readonly name: string
  /** A letter of the name; it works where one person is chosen: in their menu, and on the tick sheet. */
  readonly letter: string
}

/** The marks in the order of their use in a room; risk stands last and apart. */
export const markWords: readonly MarkWords[] = [
  { mark: 'shared', name: 'Shared', letter: 'S' },
  { mark: 'feedback', name: 'Feedback', letter: 'F' },
  { mark: 'skill', name: 'Skill', letter: 'K' },
  { mark: 'asked', name: 'Asked', letter: 'A' },
  { mark: 'passed', name: 'Passed', letter: 'P' },
  { mark: 'quiet', name: 'Quiet', letter: 'Q' },
  { mark: 'moved', name: 'Moved', letter: 'V' },
  { mark: 'conflict', name: 'Conflict', letter: 'C' },
  { mark: 'risk', name: 'Risk', letter: 'R' },
]

export function nameOfMark(mark: Mark): string {
  return markWords.find((words) => words.mark === mark)?.name ?? mark
}
