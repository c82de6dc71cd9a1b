import { personIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import { amendmentSchema } from '../../../shared/record/note.ts'
import { z } from '../../../shared/zod.ts'
import { jsonSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

interface AddedText {
  readonly personId: PersonId
  readonly text: string
}

const rowSchema = z.strictObject({ personId: personIdSchema, body: jsonSchema(amendmentSchema) })

/** What was added to signed notes of a session. Attestations are left out: they say the same of every note, and should. */
export function readAdded(db: ReadableDb<'record'>, sessionId: SessionId): readonly AddedText[] {
  return readAll(
    db,
    sql`SELECT signed_note.person_id AS personId, body FROM signed_note JOIN note_signature USING (note_id)
        WHERE note_signature.session_id = ${sessionId} AND kind IN ('late-entry', 'addendum', 'correction')
        ORDER BY signed_note.rowid`,
    rowSchema,
  ).map(({ personId, body }) => ({ personId, text: body.text }))
}
