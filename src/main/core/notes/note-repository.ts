import { noteIdSchema, type NoteId, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** A record note's text with the salt of its commitment in the log. */
export interface StoredNote {
  readonly noteId: NoteId
  readonly text: string
  readonly salt: Uint8Array
}

const storedNoteSchema = z.strictObject({
  noteId: noteIdSchema,
  text: z.string(),
  salt: z.instanceof(Uint8Array),
})

export function insertRecordNote(db: WritableDb<'record'>, sessionId: SessionId, note: StoredNote): void {
  write(
    db,
    sql`INSERT INTO record_note (note_id, session_id, text, salt)
        VALUES (${note.noteId}, ${sessionId}, ${note.text}, ${note.salt})`,
  )
}

/** Every record note of a session in the order written, undone ones included. */
export function readRecordNotes(db: ReadableDb<'record'>, sessionId: SessionId): StoredNote[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, text, salt FROM record_note WHERE session_id = ${sessionId} ORDER BY rowid`,
    storedNoteSchema,
  )
}
