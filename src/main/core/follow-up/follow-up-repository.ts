import type { SessionId } from '../../../shared/ids.ts'
import { openFollowUpSchema, type OpenFollowUp } from '../../../shared/ipc/follow-up-calls.ts'
import { noteTextSchema, type NoteText } from '../../../shared/ipc/session-calls.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { listOpenScaleFollowUps } from './scale-follow-up-repository.ts'

/** Follow-ups of marks and of questionnaires that nobody has signed, oldest first. */
export function listOpenFollowUps(db: ReadableDb<'record'>): OpenFollowUp[] {
  const ofScales = listOpenScaleFollowUps(db).map(
    ({ followUpId, item9, personId, openedAtMs, ownerId }): OpenFollowUp => ({
      followUpId,
      item9,
      personId,
      openedAtMs,
      ownerId,
    }),
  )
  return [...listOpenOfMarks(db), ...ofScales].toSorted((a, b) => a.openedAtMs - b.openedAtMs)
}

// Their owner is the lead where none was named.
function listOpenOfMarks(db: ReadableDb<'record'>): OpenFollowUp[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, group_id AS groupId, mark, person_id AS personId,
          opened_at_ms AS openedAtMs, coalesce(owner_id, lead_id) AS ownerId
        FROM follow_up JOIN session USING (session_id)
        WHERE closed_at_ms IS NULL
        ORDER BY opened_at_ms, session_id, mark`,
    openFollowUpSchema,
  )
}

/** What was signed in a session's follow-ups, in the order of their marks. */
export function readClosings(db: ReadableDb<'record'>, sessionId: SessionId): NoteText[] {
  return readAll(
    db,
    sql`SELECT record_note.note_id AS noteId, text
        FROM follow_up JOIN record_note USING (note_id)
        WHERE follow_up.session_id = ${sessionId} ORDER BY mark`,
    noteTextSchema,
  )
}
