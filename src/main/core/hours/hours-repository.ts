import { groupIdSchema, personIdSchema, sessionIdSchema, type PersonId } from '../../../shared/ids.ts'
import type { OpenSession } from '../../../shared/care/week-projection.ts'
import type { AttendedSession } from '../../../shared/care/weekly-minutes.ts'
import type { SessionInTime } from '../../../shared/roster/coming-meetings.ts'
import { presenceSchema } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, readOne, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const attendedSchema = z.strictObject({
  startedAtMs: z.int(),
  presentMs: z.int(),
  breakMs: z.int(),
  countsHours: flagSchema,
})

/** A member's sessions that have started, oldest first. As a guest or with family, somebody is no patient. */
export function listAttended(db: ReadableDb<'record'>, personId: PersonId): AttendedSession[] {
  return readAll(
    db,
    sql`SELECT started_at_ms AS startedAtMs, present_ms AS presentMs, break_ms AS breakMs, counts_hours AS countsHours
        FROM session_person JOIN session USING (session_id) JOIN therapy_group USING (group_id)
        WHERE person_id = ${personId} AND role = 'member' AND started_at_ms IS NOT NULL
        ORDER BY started_at_ms`,
    attendedSchema,
  )
}

const someonesSchema = attendedSchema.extend({ personId: personIdSchema })

/** What every member attended of the sessions that started in a span; milliseconds since 1970 UTC, its end left out. */
export function listAttendedIn(
  db: ReadableDb<'record'>,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): z.infer<typeof someonesSchema>[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId, started_at_ms AS startedAtMs, present_ms AS presentMs, break_ms AS breakMs,
          counts_hours AS countsHours
        FROM session_tally JOIN session USING (session_id) JOIN session_person USING (session_id)
          JOIN therapy_group USING (group_id)
        WHERE order_ms >= ${fromMs} AND order_ms < ${toMs} AND role = 'member' AND started_at_ms IS NOT NULL`,
    someonesSchema,
  )
}

/** When somebody's first session started; null before it. */
export function firstStart(db: ReadableDb<'record'>, personId: PersonId): number | null {
  const row = readOne(
    db,
    sql`SELECT min(started_at_ms) AS startedAtMs FROM session_person JOIN session USING (session_id)
        WHERE person_id = ${personId} AND role = 'member'`,
    z.strictObject({ startedAtMs: z.int().nullable() }),
  )
  return row?.startedAtMs ?? null
}

const openSessionSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  stage: z.enum(['prepared', 'running', 'paused']),
  plannedStartMs: z.int().nullable(),
  startedAtMs: z.int().nullable(),
  lengthMinutes: z.int(),
  elapsedMs: z.int(),
  breakAheadMs: z.int(),
})

/** Sessions that are prepared or going on. */
export function listOpenSessions(db: ReadableDb<'record'>): OpenSession[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, group_id AS groupId, stage, planned_start_ms AS plannedStartMs,
          started_at_ms AS startedAtMs, length_minutes AS lengthMinutes, elapsed_ms AS elapsedMs,
          (SELECT coalesce(sum(max(0, planned_minutes * 60000 - actual_ms)), 0) FROM session_phase AS phase
            WHERE phase.session_id = session.session_id AND kind = 'break'
              AND status IN ('ahead', 'current')) AS breakAheadMs
        FROM session WHERE stage <> 'ended' AND is_discarded = 0`,
    openSessionSchema,
  )
}

const listedSchema = z.strictObject({
  sessionId: sessionIdSchema,
  personId: personIdSchema,
  presence: presenceSchema,
})

/** Which members are on the lists of sessions that are not over, and how they stand there. */
export function listPresences(db: ReadableDb<'record'>): z.infer<typeof listedSchema>[] {
  return readAll(
    db,
    // CROSS fixes the order: the few sessions first, or SQLite walks through everybody of twenty years.
    sql`SELECT session_id AS sessionId, person_id AS personId, presence
        FROM session CROSS JOIN session_person USING (session_id)
        WHERE stage <> 'ended' AND is_discarded = 0 AND role = 'member'`,
    listedSchema,
  )
}

const inTimeSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  stage: z.enum(['prepared', 'running', 'paused', 'ended']),
  plannedStartMs: z.int().nullable(),
  startedAtMs: z.int().nullable(),
})

/** Which meetings have had their session: all sessions since an instant, and those that are not over. */
export function listSessionsInTime(db: ReadableDb<'record'>, sinceMs: number): SessionInTime[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, group_id AS groupId, stage, planned_start_ms AS plannedStartMs,
          started_at_ms AS startedAtMs
        FROM session WHERE is_discarded = 0 AND session_id IN (
          SELECT session_id FROM session WHERE stage <> 'ended'
          UNION ALL SELECT session_id FROM session_tally WHERE order_ms >= ${sinceMs})`,
    inTimeSchema,
  )
}

const enrolledMemberSchema = z.strictObject({ personId: personIdSchema, preferredName: z.string() })

/** Patients who are in a group now, each once. */
export function listEnrolledMembers(db: ReadableDb<'record'>): z.infer<typeof enrolledMemberSchema>[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId, preferred_name AS preferredName FROM member
        WHERE role = 'member' AND person_id IN (SELECT person_id FROM enrolment)`,
    enrolledMemberSchema,
  )
}
