import type { NoteId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { SessionState } from '../../shared/session/state.ts'

/**
 * Notes whose words were kept while their event never came: the console died between the two databases. Undone notes
 * are not among them, since the log still knows those.
 */
export function unplacedNotes(state: Pick<SessionState, 'history'>, kept: readonly NoteText[]): NoteText[] {
  const logged = new Set<NoteId>()
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (body.type === 'private-note.kept') logged.add(body.noteId)
  }
  return kept.filter(({ noteId }) => !logged.has(noteId))
}
