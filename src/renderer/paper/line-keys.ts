import { markWords } from '../../shared/session/mark-words.ts'
import type { Mark } from '../../shared/session/vocabulary.ts'
import type { LineDraft, LineStatus } from './sheet-draft.ts'

/** The columns of attendance in the order of the paper, with the letters that Live has for them. */
export const statusColumns = [
  { id: 'present', name: 'here', letter: 'H' },
  { id: 'came', name: 'late at', letter: 'L' },
  { id: 'left', name: 'left at', letter: 'X' },
  { id: 'excused', name: 'excused', letter: 'E' },
  { id: 'absent', name: 'no-show', letter: 'N' },
  { id: 'substituted', name: 'alone', letter: 'I' },
] as const

interface Pressed {
  readonly update: (line: LineDraft) => LineDraft
  /** The field that is typed next. */
  readonly goesTo: 'came' | 'left' | null
}

/** What a key does on the line of a person; null when it does nothing there. */
export function pressOnLine(key: string, isFacilitator: boolean): Pressed | null {
  const letter = key.toUpperCase()
  const column = statusColumns.find((one) => one.letter === letter)
  if (column !== undefined) {
    const { id } = column
    if (id === 'came' || id === 'left') {
      return { update: (line) => ({ ...line, status: 'present' }), goesTo: id }
    }
    return { update: (line) => setStatus(line, id), goesTo: null }
  }
  const mark = markWords.find((one) => one.letter === letter)?.mark
  return mark === undefined || isFacilitator ? null : { update: (line) => tick(line, mark), goesTo: null }
}

/** Pressed again, it is taken back: the person was here after all. */
export function setStatus(line: LineDraft, status: LineStatus): LineDraft {
  if (status === 'present') return { ...line, status, came: '', left: '' }
  return { ...line, status: line.status === status ? 'present' : status }
}

const mostTicks = 3

/** One tick more; after the third the box is empty again. A mark says that the person was here. */
export function tick(line: LineDraft, mark: Mark): LineDraft {
  const count = ((line.marks[mark] ?? 0) + 1) % (mostTicks + 1)
  return { ...line, status: 'present', marks: { ...line.marks, [mark]: count } }
}
