import type { SessionId } from '../../../shared/ids.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readRecordNotes } from './note-repository.ts'

/** The texts of the record notes that a session still shows: what was undone stays on disk, and is not shown. */
export function readShownNotes(
  record: ReadableDb<'record'>,
  sessionId: SessionId,
  state: Pick<SessionState, 'notes'>,
): NoteText[] {
  const shown = new Set(state.notes.map(({ noteId }) => noteId))
  return readRecordNotes(record, sessionId)
    .filter(({ noteId }) => shown.has(noteId))
    .map(({ noteId, text }) => ({ noteId, text }))
}
