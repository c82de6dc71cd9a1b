import type { SessionId } from '../../../shared/ids.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readRecordNotes, type StoredNote } from './note-repository.ts'

/** The texts of the record notes that a session still shows: what was undone stays on disk, and is not shown. */
export function readShownNotes(
  record: ReadableDb<'record'>,
  sessionId: SessionId,
  state: Pick<SessionState, 'notes'>,
  /** Those that are not on the disk yet. */
  unwritten: readonly StoredNote[] = [],
): NoteText[] {
  const shown = new Set(state.notes.map(({ noteId }) => noteId))
  const written = readRecordNotes(record, sessionId)
  const isWritten = new Set(written.map(({ noteId }) => noteId))
  return [...written, ...unwritten.filter(({ noteId }) => !isWritten.has(noteId))]
    .filter(({ noteId }) => shown.has(noteId))
    .map(({ noteId, text }) => ({ noteId, text }))
}
