import type { PersonId, SessionId } from '../../../shared/ids.ts'
import { signedNoteSchema, type SignedNote } from '../../../shared/record/note.ts'
import { z } from '../../../shared/zod.ts'
import { jsonSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const rowSchema = z.strictObject({ body: jsonSchema(signedNoteSchema) })

/** A member's last signed notes of other sessions, newest first. */
export function readEarlierNotes(
  db: ReadableDb<'record'>,
  sessionId: SessionId,
  personId: PersonId,
  count: number,
): SignedNote[] {
  return readAll(
    db,
    sql`SELECT signed_note.body FROM signed_note JOIN note_signature USING (note_id)
        WHERE signed_note.person_id = ${personId} AND note_signature.session_id <> ${sessionId} AND kind = 'note'
        ORDER BY signed_at_ms DESC LIMIT ${count}`,
    rowSchema,
  ).map(({ body }) => body)
}
