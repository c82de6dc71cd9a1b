import type { NoteId, SessionId } from '../../../shared/ids.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readPrivateNotes } from './private-note-repository.ts'

/**
 * The private notes of a session as their author sees them: without those that were undone. Where there is no log any more
 * that would tell, all of them.
 */
export function readShownPrivateNotes(
  privateStore: ReadableDb<'private'>,
  sessionId: SessionId,
  state: SessionState | null,
  /** Those that are not on the disk yet. */
  unwritten: readonly NoteText[] = [],
): NoteText[] {
  const shown = new Set<NoteId>(state?.notes.map(({ noteId }) => noteId))
  const logged = findLogged(state?.history ?? null)
  // Undone notes are logged and not shown. One that is not even logged was saved right before a crash: it is shown.
  const written = readPrivateNotes(privateStore, sessionId)
  const isWritten = new Set(written.map(({ noteId }) => noteId))
  return [...written, ...unwritten.filter(({ noteId }) => !isWritten.has(noteId))].filter(
    ({ noteId }) => shown.has(noteId) || !logged.has(noteId),
  )
}

function findLogged(history: SessionState['history']): Set<NoteId> {
  const logged = new Set<NoteId>()
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (body.type === 'private-note.kept') logged.add(body.noteId)
  }
  return logged
}
