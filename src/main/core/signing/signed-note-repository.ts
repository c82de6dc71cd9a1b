import {
  noteIdSchema,
  personIdSchema,
  type NoteId,
  type PersonId,
  type SessionId,
} from '../../../shared/ids.ts'
import { signedEntrySchema, type SignedEntry } from '../../../shared/ipc/note-calls.ts'
import { signedTextSchema } from '../../../shared/record/note.ts'
import { z } from '../../../shared/zod.ts'
import { jsonSchema, readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** A signed text as it lies in the record: canonical JSON, and the salt of its commitment in the log. */
export interface StoredSignedText {
  readonly noteId: NoteId
  readonly personId: PersonId
  readonly body: string
  readonly salt: Uint8Array
}

const storedSchema = z.strictObject({
  noteId: noteIdSchema,
  personId: personIdSchema,
  body: z.string(),
  salt: z.instanceof(Uint8Array),
})

const entryRowSchema = signedEntrySchema.extend({ text: jsonSchema(signedTextSchema) })

export function insertSignedText(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  { noteId, personId, body, salt }: StoredSignedText,
): void {
  write(
    db,
    sql`INSERT INTO signed_note (note_id, session_id, person_id, body, salt)
        VALUES (${noteId}, ${sessionId}, ${personId}, ${body}, ${salt})`,
  )
}

/** Every signed text of a session as it lies there, in the order in which they were signed. */
export function readSignedTexts(db: ReadableDb<'record'>, sessionId: SessionId): StoredSignedText[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, person_id AS personId, body, salt FROM signed_note
        WHERE session_id = ${sessionId} ORDER BY rowid`,
    storedSchema,
  )
}

/** The same, read. */
export function listSignedEntries(db: ReadableDb<'record'>, sessionId: SessionId): SignedEntry[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, person_id AS personId, body AS text FROM signed_note
        WHERE session_id = ${sessionId} ORDER BY rowid`,
    entryRowSchema,
  )
}
