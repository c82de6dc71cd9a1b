import type { SessionId } from '../../../shared/ids.ts'
import { write, type WritableDb } from '../vault/database.ts'
import { awaitsAnother, hasCome, hasOwnNote, isErased } from './row-conditions.ts'
import { sql, type Query } from '../vault/sql.ts'

/**
 * Counts anew what a list of sessions shows of one: to be called in the transaction that changed its people, its
 * signatures, its follow-ups or what is written of them. Members are counted without family, partners and facilitators,
 * as in the group summary. Of somebody whose chart was erased no note is to be written: they count as signed.
 */
export function saveTally(db: WritableDb<'record'>, sessionId: SessionId): void {
  count(db, sql`session_id = ${sessionId}`)
}

/** Counts what a list shows of sessions that no version before this one counted. */
export function countMissingTallies(db: WritableDb<'record'>): void {
  count(db, sql`session_id NOT IN (SELECT session_id FROM session_tally)`)
}

function count(db: WritableDb<'record'>, which: Query): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO session_tally (session_id, order_ms, member_count, present_count, written_count,
          signed_count, awaiting_count, amended_count, open_follow_up_count, has_risk_unsigned)
        SELECT session_id, coalesce(started_at_ms, planned_start_ms, prepared_at_ms),
          (SELECT count(*) FROM session_person AS person
             WHERE person.session_id = session.session_id AND person.role = 'member'),
          (SELECT count(*) FROM session_person AS person
             WHERE person.session_id = session.session_id AND person.role = 'member'
             AND ${hasCome}),
          (SELECT count(*) FROM session_person AS person JOIN debrief_response USING (session_id, person_id)
             WHERE person.session_id = session.session_id AND person.role = 'member' AND response <> ''),
          (SELECT count(*) FROM session_person AS person
             WHERE person.session_id = session.session_id AND person.role = 'member'
             AND ${hasCome} AND (${hasOwnNote} OR ${isErased})),
          (SELECT count(*) FROM note_signature AS text
             WHERE text.session_id = session.session_id AND ${awaitsAnother}),
          (SELECT count(DISTINCT amends) FROM note_signature AS text
             WHERE text.session_id = session.session_id AND text.amends IS NOT NULL AND text.kind <> 'co-signature'),
          (SELECT count(*) FROM follow_up
             WHERE follow_up.session_id = session.session_id AND closed_at_ms IS NULL),
          EXISTS (SELECT 1 FROM follow_up
            WHERE follow_up.session_id = session.session_id
            AND NOT EXISTS (SELECT 1 FROM note_signature AS own
              WHERE own.session_id = follow_up.session_id AND own.kind = 'note'
              AND own.person_id = follow_up.person_id))
        FROM session WHERE ${which}`,
  )
}
