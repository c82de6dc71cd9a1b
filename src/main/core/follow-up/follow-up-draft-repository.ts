import type { SessionId } from '../../../shared/ids.ts'
import { followUpDraftSchema, type FollowUpDraft } from '../../../shared/ipc/follow-up-calls.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** What was begun about follow-ups that are still open. Of one whose mark was taken back the words wait, unseen. */
export function readFollowUpDrafts(db: ReadableDb<'record'>): FollowUpDraft[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, mark, text FROM follow_up_draft ORDER BY session_id, mark`,
    followUpDraftSchema,
  )
}

/** Replaces what was begun about one follow-up; nothing written is nothing kept. */
export function saveFollowUpDraft(db: WritableDb<'record'>, { sessionId, mark, text }: FollowUpDraft): void {
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
