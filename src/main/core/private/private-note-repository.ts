import { noteIdSchema, type NoteId, type SessionId } from '../../../shared/ids.ts'
import { noteTextSchema, type NoteText } from '../../../shared/ipc/session-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
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

export function hasPrivateNote(db: ReadableDb<'private'>, noteId: NoteId): boolean {
  const known = sql`SELECT note_id AS noteId FROM private_note WHERE note_id = ${noteId}`
  return readOne(db, known, z.strictObject({ noteId: noteIdSchema })) !== undefined
}

/** Every private note of a session in the order written, undone ones included. */
export function readPrivateNotes(db: ReadableDb<'private'>, sessionId: SessionId): NoteText[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, text FROM private_note WHERE session_id = ${sessionId} ORDER BY rowid`,
    noteTextSchema,
  )
}

/** Whether anything was ever written here, destroyed since or not. */
export function hasPrivateEverWritten(db: ReadableDb<'private'>): boolean {
  const some = sql`SELECT 1 AS one FROM private_note UNION ALL SELECT 1 FROM destroyed WHERE note_count > 0 LIMIT 1`
  return readOne(db, some, z.strictObject({ one: z.literal(1) })) !== undefined
}
