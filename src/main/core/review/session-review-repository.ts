import { sessionIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import { sessionRowSchema, type SessionRow } from '../../../shared/review/session-row.ts'
import { z } from '../../../shared/zod.ts'
import { hasCome } from '../session/row-conditions.ts'
import { flagSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const idSchema = z.strictObject({ sessionId: sessionIdSchema })
const rowSchema = sessionRowSchema.extend({ isFromPaper: flagSchema })

/** Sessions that have ended, newest first; with `newest`, so many of them. */
export function listSessionRows(db: ReadableDb<'record'>, newest: number | null): SessionRow[] {
  // A bound that is not there is one beyond every count.
  return readAll(db, selectRows(sql`LIMIT ${newest ?? -1}`), rowSchema)
}

/** Ended sessions to which a member came or was expected. */
export function listSessionsOf(db: ReadableDb<'record'>, personId: PersonId): SessionId[] {
  const query = sql`SELECT session_id AS sessionId FROM session_person JOIN session USING (session_id)
    WHERE person_id = ${personId} AND stage = 'ended'`
  return readAll(db, query, idSchema).map(({ sessionId }) => sessionId)
}

/** Those of some ended sessions by their ids. What is not ended, or discarded, has none. */
export function findSessionRows(
  db: ReadableDb<'record'>,
  sessionIds: readonly SessionId[],
): ReadonlyMap<SessionId, SessionRow> {
  const ids = JSON.stringify(sessionIds)
  const rows = readAll(
    db,
    selectRows(sql``, sql`AND session_id IN (SELECT value FROM json_each(${ids}))`),
    rowSchema,
  )
  return new Map(rows.map((row) => [row.sessionId, row]))
}

// Follow-ups are few beside sessions, so that they are counted only where there is one.
function selectRows(bound: Query, condition: Query = sql``): Query {
  return sql`SELECT session_id AS sessionId, group_id AS groupId, group_type AS groupType, number, topic,
      lead_id AS leadId, order_ms AS heldAtMs, coalesce(ended_at_ms, order_ms) AS endedAtMs,
      entered_late_at_ms IS NOT NULL AS isFromPaper, length_minutes AS plannedMinutes, elapsed_ms AS elapsedMs,
      member_count AS memberCount, present_count AS presentCount, written_count AS writtenCount,
      signed_count AS signedCount, awaiting_count AS awaitingCount, amended_count AS amendedCount,
      CASE WHEN has_risk_unsigned = 0 THEN 0 ELSE (
        SELECT count(DISTINCT person_id) FROM follow_up JOIN session_person AS person USING (session_id, person_id)
        WHERE follow_up.session_id = session.session_id AND person.role = 'member'
          AND ${hasCome}
          AND NOT EXISTS (SELECT 1 FROM note_signature AS own
            WHERE own.session_id = follow_up.session_id AND own.kind = 'note'
            AND own.person_id = follow_up.person_id)) END AS riskUnsignedCount,
      (SELECT count(*) FROM follow_up WHERE follow_up.session_id = session.session_id) AS riskCount,
      open_follow_up_count AS openFollowUpCount
    FROM session_tally CROSS JOIN session USING (session_id)
    WHERE stage = 'ended' ${condition}
    ORDER BY order_ms DESC ${bound}`
}
