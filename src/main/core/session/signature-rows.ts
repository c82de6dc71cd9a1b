import { noteIdSchema, personIdSchema, type NoteId, type SessionId } from '../../../shared/ids.ts'
import { signedKindSchema } from '../../../shared/record/note-kinds.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import type { SignatureRow } from './projection.ts'

const signatureRowSchema = z.strictObject({
  noteId: noteIdSchema,
  personId: personIdSchema,
  kind: signedKindSchema,
  amends: noteIdSchema.nullable(),
  signedById: personIdSchema,
  signedAtMs: z.int(),
  needsCoSignature: flagSchema,
})

export function saveSignature(db: WritableDb<'record'>, sessionId: SessionId, row: SignatureRow): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO note_signature (session_id, note_id, person_id, kind, amends, signed_by_id, signed_at_ms,
          needs_co_signature)
        VALUES (${sessionId}, ${row.noteId}, ${row.personId}, ${row.kind}, ${row.amends}, ${row.signedById},
          ${row.signedAtMs}, ${row.needsCoSignature})`,
  )
}

export function removeSignature(db: WritableDb<'record'>, sessionId: SessionId, noteId: NoteId): void {
  write(db, sql`DELETE FROM note_signature WHERE session_id = ${sessionId} AND note_id = ${noteId}`)
}

/** Whose notes of a session are signed, in the order of their ids. */
export function readSignatures(db: ReadableDb<'record'>, sessionId: SessionId): SignatureRow[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, person_id AS personId, kind, amends, signed_by_id AS signedById,
          signed_at_ms AS signedAtMs, needs_co_signature AS needsCoSignature
        FROM note_signature WHERE session_id = ${sessionId} ORDER BY note_id`,
    signatureRowSchema,
  )
}
