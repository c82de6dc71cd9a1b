import { noteIdSchema, personIdSchema, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import type { FollowUpRow } from './projection.ts'

const followUpRowSchema = z.strictObject({
  mark: z.int(),
  personId: personIdSchema,
  openedAtMs: z.int(),
  ownerId: personIdSchema.nullable(),
  closedAtMs: z.int().nullable(),
  signedById: personIdSchema.nullable(),
  noteId: noteIdSchema.nullable(),
})

export function saveFollowUp(db: WritableDb<'record'>, sessionId: SessionId, row: FollowUpRow): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO follow_up (session_id, mark, person_id, opened_at_ms, owner_id, closed_at_ms,
          signed_by_id, note_id)
        VALUES (${sessionId}, ${row.mark}, ${row.personId}, ${row.openedAtMs}, ${row.ownerId}, ${row.closedAtMs},
          ${row.signedById}, ${row.noteId})`,
  )
}

export function removeFollowUp(db: WritableDb<'record'>, sessionId: SessionId, mark: number): void {
  write(db, sql`DELETE FROM follow_up WHERE session_id = ${sessionId} AND mark = ${mark}`)
}

/** What the risk marks of a session have opened, in the order of the marks. */
export function readFollowUps(db: ReadableDb<'record'>, sessionId: SessionId): FollowUpRow[] {
  return readAll(
    db,
    sql`SELECT mark, person_id AS personId, opened_at_ms AS openedAtMs, owner_id AS ownerId,
          closed_at_ms AS closedAtMs, signed_by_id AS signedById, note_id AS noteId
        FROM follow_up WHERE session_id = ${sessionId} ORDER BY mark`,
    followUpRowSchema,
  )
}
