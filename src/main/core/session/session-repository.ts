import { sessionIdSchema, type GroupId, type SessionId } from '../../../shared/ids.ts'
import { sessionSummarySchema, type SessionSummary } from '../../../shared/ipc/session-calls.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Sessions that are running or paused: after a crash there is at most one. */
export function listActiveSessions(db: ReadableDb<'record'>): SessionId[] {
  const rows = readAll(
    db,
    sql`SELECT session_id AS sessionId FROM session WHERE stage IN ('running', 'paused') ORDER BY prepared_at_ms`,
    z.strictObject({ sessionId: sessionIdSchema }),
  )
  return rows.map(({ sessionId }) => sessionId)
}

/** One above the group's highest number. Discarded sessions give their number back, ones between others leave a gap. */
export function nextSessionNumber(db: ReadableDb<'record'>, groupId: GroupId): number {
  const row = readOne(
    db,
    sql`SELECT coalesce(max(number), 0) + 1 AS number FROM session WHERE group_id = ${groupId} AND is_discarded = 0`,
    z.strictObject({ number: z.int() }),
  )
  return row?.number ?? 1
}

export function isDiscarded(db: ReadableDb<'record'>, sessionId: SessionId): boolean {
  const row = readOne(
    db,
    sql`SELECT is_discarded AS isDiscarded FROM session WHERE session_id = ${sessionId}`,
    z.strictObject({ isDiscarded: flagSchema }),
  )
  return row?.isDiscarded ?? false
}

export function discardSession(db: WritableDb<'record'>, sessionId: SessionId): void {
  write(db, sql`UPDATE session SET is_discarded = 1 WHERE session_id = ${sessionId}`)
}

// Members are counted without family, partners and facilitators, as in the group summary.
export function listSessions(db: ReadableDb<'record'>): SessionSummary[] {
  return readAll(
    db,
    sql`SELECT session.session_id AS sessionId, group_id AS groupId, number, topic, stage,
          planned_start_ms AS plannedStartMs, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs,
          entered_late_at_ms AS enteredLateAtMs,
          count(session_person.person_id) AS memberCount,
          count(session_person.person_id) FILTER (WHERE presence IN ('present', 'out', 'left')) AS presentCount,
          count(response) FILTER (WHERE response <> '') AS writtenCount,
          count(note.note_id) FILTER (WHERE presence IN ('present', 'out', 'left')) AS signedCount,
          (SELECT count(*) FROM note_signature AS text
             WHERE text.session_id = session.session_id AND text.needs_co_signature = 1
             AND NOT EXISTS (SELECT 1 FROM note_signature AS beside
               WHERE beside.session_id = text.session_id AND beside.kind = 'co-signature'
               AND beside.amends = text.note_id)) AS awaitingCount,
          EXISTS (SELECT 1 FROM follow_up
            WHERE follow_up.session_id = session.session_id
            AND NOT EXISTS (SELECT 1 FROM note_signature AS own
              WHERE own.session_id = follow_up.session_id AND own.kind = 'note'
              AND own.person_id = follow_up.person_id)) AS hasRiskUnsigned
        FROM session
        LEFT JOIN session_person
          ON session_person.session_id = session.session_id AND session_person.role = 'member'
        LEFT JOIN debrief_response
          ON debrief_response.session_id = session.session_id
          AND debrief_response.person_id = session_person.person_id
        LEFT JOIN note_signature AS note
          ON note.session_id = session.session_id AND note.kind = 'note'
          AND note.person_id = session_person.person_id
        WHERE is_discarded = 0
        GROUP BY session.session_id
        ORDER BY coalesce(started_at_ms, planned_start_ms, prepared_at_ms) DESC, prepared_at_ms DESC`,
    sessionSummarySchema.extend({ hasRiskUnsigned: flagSchema }),
  )
}
