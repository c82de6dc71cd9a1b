import type { NoteId, SessionId } from '../../../shared/ids.ts'
import { noteTextSchema, type NoteText } from '../../../shared/ipc/session-calls.ts'
import { readAll, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { forgetPrivateNote, indexPrivateNote } from './private-words.ts'

export function insertPrivateNote(
  db: WritableDb<'private'>,
  sessionId: SessionId,
  { noteId, text }: NoteText,
): void {
  transact(db, () => {
    write(
      db,
      sql`INSERT INTO private_note (note_id, session_id, text) VALUES (${noteId}, ${sessionId}, ${text})`,
    )
    indexPrivateNote(db, { noteId, text })
  })
}

export function deletePrivateNote(db: WritableDb<'private'>, noteId: NoteId): void {
  transact(db, () => {
    forgetPrivateNote(db, noteId)
    write(db, sql`DELETE FROM private_note WHERE note_id = ${noteId}`)
  })
}

/** Every private note of a session in the order written, undone ones included. */
export function readPrivateNotes(db: ReadableDb<'private'>, sessionId: SessionId): NoteText[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, text FROM private_note WHERE session_id = ${sessionId} ORDER BY rowid`,
    noteTextSchema,
  )
}
