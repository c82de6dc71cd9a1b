import type { NoteId } from '../../shared/ids.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** Private notes whose words were put into the record, and stand there now: taken back, they count no longer. */
export function movedNotes({ history, notes }: Pick<SessionState, 'history' | 'notes'>): ReadonlySet<NoteId> {
  const moved = new Set<NoteId>()
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (body.type !== 'private-note.moved') continue
    if (notes.some(({ noteId }) => noteId === body.noteId)) moved.add(body.fromId)
  }
  return moved
}
