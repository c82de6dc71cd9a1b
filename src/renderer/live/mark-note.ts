import { nameOfMark } from '../../shared/session/mark-words.ts'
import type { MadeMark, SessionState } from '../../shared/session/state.ts'
import { nameIn, type Seated } from './seated.ts'
import { wallTime } from './time-words.ts'

/** For this long after a mark the field offers to write about it. */
const offeredForMs = 15 * 60_000

/** The mark that still waits for words: the newest one, made a short while ago, with no record note after it. */
export function markForWords(
  { marks, notes }: Pick<SessionState, 'marks' | 'notes'>,
  wallMs: number,
): MadeMark | null {
  const mark = marks.at(-1)
  if (mark === undefined || wallMs - mark.wallMs > offeredForMs) return null
  const isWritten = notes.some((note) => !note.isPrivate && note.wallMs >= mark.wallMs)
  return isWritten ? null : mark
}

/** `skill at 6:21 PM`. */
export function markWhat({ mark, wallMs }: Pick<MadeMark, 'mark' | 'wallMs'>, zone: string): string {
  return `${nameOfMark(mark).toLowerCase()} at ${wallTime(wallMs, zone)}`
}

/** `Fay, skill at 6:21 PM`. */
export function markMoment(mark: MadeMark, seated: readonly Seated[], zone: string): string {
  return `${nameIn(seated, mark.personId)}, ${markWhat(mark, zone)}`
}

/** How a note about a mark begins; words that stand in the field already stay before it. */
export function beginNote(draft: string, moment: string): string {
  const beginning = `${moment}: `
  if (draft.includes(beginning.trimEnd())) return draft
  return draft.trim() === '' ? beginning : `${draft.trimEnd()}\n${beginning}`
}
