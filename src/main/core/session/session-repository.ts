import { sessionIdSchema, type GroupId, type SessionId } from '../../../shared/ids.ts'
import { sessionSummarySchema, type SessionSummary } from '../../../shared/ipc/session-calls.ts'
import { z } from '../../../shared/zod.ts'
import { indexSession } from '../search/search-index.ts'
import { flagSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { saveTally } from './tally-repository.ts'

/** Sessions shown as the last ones, whatever is left to do with them. */
const lastShown = 8

/** Sessions that are running or paused: after a crash there is at most one. */
export function listActiveSessions(db: ReadableDb<'record'>): SessionId[] {
  const rows = readAll(
    db,
    // The first condition is the one that the index of what is not ended is known by.
    sql`SELECT session_id AS sessionId FROM session
        WHERE stage <> 'ended' AND stage IN ('running', 'paused') ORDER BY prepared_at_ms`,
    z.strictObject({ sessionId: sessionIdSchema }),
  )
  return rows.map(({ sessionId }) => sessionId)
}

/**
 * One above the group's highest number. Discarded sessions give their number back, ones between others leave a gap, and
 * what was erased had its own.
 */
export function nextSessionNumber(db: ReadableDb<'record'>, groupId: GroupId): number {
  const row = readOne(
    db,
    sql`SELECT max(
            coalesce((SELECT max(number) FROM session WHERE group_id = ${groupId} AND is_discarded = 0), 0),
            coalesce((SELECT last_erased_number FROM therapy_group WHERE group_id = ${groupId}), 0)
          ) + 1 AS number`,
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

/** To be called in a transaction. */
export function discardSession(db: WritableDb<'record'>, sessionId: SessionId): void {
  write(db, sql`UPDATE session SET is_discarded = 1 WHERE session_id = ${sessionId}`)
  indexSession(db, sessionId)
}

/** Of a session that can go on no more: its rows say that it ended when it was last seen. To be called in a transaction. */
export function endWithoutLog(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  lastSeenMs: number | null,
): void {
  write(
    db,
    sql`UPDATE session SET stage = 'ended', ended_at_ms = coalesce(${lastSeenMs}, started_at_ms)
        WHERE session_id = ${sessionId}`,
  )
  saveTally(db, sessionId)
  indexSession(db, sessionId)
}

const summaryColumns = sql`session_id AS sessionId, group_id AS groupId, number, topic, stage,
  planned_start_ms AS plannedStartMs, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs,
  entered_late_at_ms AS enteredLateAtMs, member_count AS memberCount, present_count AS presentCount,
  written_count AS writtenCount, signed_count AS signedCount, awaiting_count AS awaitingCount,
  has_risk_unsigned AS hasRiskUnsigned`

const summaryRowSchema = sessionSummarySchema.extend({ hasRiskUnsigned: flagSchema })

/** All sessions that were not discarded, newest first. */
export function listSessions(db: ReadableDb<'record'>): SessionSummary[] {
  return readAll(
    db,
    sql`SELECT ${summaryColumns} FROM session JOIN session_tally USING (session_id)
        WHERE is_discarded = 0 ORDER BY order_ms DESC, prepared_at_ms DESC`,
    summaryRowSchema,
  )
}

/**
 * The sessions that a day can ask about, newest first: what is not ended, what is not signed or co-signed, what was held
 * since, and the last ones of each group. A few dozen, however old the vault is.
 */
export function listCurrentSessions(db: ReadableDb<'record'>, sinceMs: number): SessionSummary[] {
  return readAll(
    db,
    sql`SELECT ${summaryColumns} FROM session JOIN session_tally USING (session_id)
        WHERE is_discarded = 0 AND session_id IN (
          SELECT session_id FROM session WHERE stage <> 'ended'
          UNION ALL SELECT session_id FROM session_tally WHERE signed_count < present_count OR awaiting_count > 0
          UNION ALL SELECT session_id FROM session_tally WHERE order_ms >= ${sinceMs}
          UNION ALL SELECT (SELECT session_id FROM session AS own
              WHERE own.group_id = therapy_group.group_id AND own.is_discarded = 0 ORDER BY number DESC LIMIT 1)
            FROM therapy_group
          UNION ALL SELECT * FROM (SELECT session_id FROM session_tally ORDER BY order_ms DESC LIMIT ${lastShown}))
        ORDER BY order_ms DESC, prepared_at_ms DESC`,
    summaryRowSchema,
  )
}
