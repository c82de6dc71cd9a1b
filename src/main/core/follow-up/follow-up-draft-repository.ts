import type { SessionId } from '../../../shared/ids.ts'
import type { FollowUpDraft } from '../../../shared/ipc/follow-up-calls.ts'
import { sessionIdSchema } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Words about the follow-up of a mark. */
export type MarkDraft = Extract<FollowUpDraft, { readonly mark: number }>

const rowSchema = z.strictObject({ sessionId: sessionIdSchema, mark: z.int(), text: z.string() })

/** What was begun about follow-ups of marks that are still open. Of one whose mark was taken back the words wait, unseen. */
export function readFollowUpDrafts(db: ReadableDb<'record'>): MarkDraft[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, mark, text FROM follow_up_draft ORDER BY session_id, mark`,
    rowSchema,
  )
}

/** Replaces what was begun about one follow-up; nothing written is nothing kept. */
export function saveFollowUpDraft(db: WritableDb<'record'>, { sessionId, mark, text }: MarkDraft): void {
  if (text.trim() === '') return deleteFollowUpDraft(db, sessionId, mark)
  write(
    db,
    sql`INSERT INTO follow_up_draft (session_id, mark, text) VALUES (${sessionId}, ${mark}, ${text})
        ON CONFLICT (session_id, mark) DO UPDATE SET text = excluded.text`,
  )
}

export function deleteFollowUpDraft(db: WritableDb<'record'>, sessionId: SessionId, mark: number): void {
  write(db, sql`DELETE FROM follow_up_draft WHERE session_id = ${sessionId} AND mark = ${mark}`)
}
