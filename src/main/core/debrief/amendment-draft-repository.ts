import type { NoteId, SessionId } from '../../../shared/ids.ts'
import { amendmentDraftSchema, type AmendmentDraft } from '../../../shared/ipc/debrief-calls.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** What was begun to be added to signed notes of a session, and is not signed itself. */
export function readAmendmentDrafts(db: ReadableDb<'record'>, sessionId: SessionId): AmendmentDraft[] {
  return readAll(
    db,
    sql`SELECT amends, kind, text FROM amendment_draft WHERE session_id = ${sessionId} ORDER BY amends`,
    amendmentDraftSchema,
  )
}

/** Replaces what was begun about one note; nothing written is nothing kept. */
export function saveAmendmentDraft(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  { amends, kind, text }: AmendmentDraft,
): void {
  if (text.trim() === '') return deleteAmendmentDraft(db, amends)
  write(
    db,
    sql`INSERT INTO amendment_draft (amends, session_id, kind, text)
        VALUES (${amends}, ${sessionId}, ${kind}, ${text})
        ON CONFLICT (amends) DO UPDATE SET kind = excluded.kind, text = excluded.text`,
  )
}

export function deleteAmendmentDraft(db: WritableDb<'record'>, amends: NoteId): void {
  write(db, sql`DELETE FROM amendment_draft WHERE amends = ${amends}`)
}
