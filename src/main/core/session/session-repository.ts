import {
  groupIdSchema,
  personIdSchema,
  sessionIdSchema,
  type GroupId,
  type SessionId,
} from '../../../shared/ids.ts'
import { sessionSummarySchema, type SessionSummary } from '../../../shared/ipc/session-calls.ts'
import { roleSchema } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import type { Projection, SessionPersonRow, SessionRow } from './projection.ts'

/** Keeps the tables folded from the log in step with it. To be called in the transaction that appends. */
export function saveProjection(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  { session, people }: Projection,
): void {
  saveSession(db, sessionId, session)
  const kept = countPeople(db, sessionId)
  // Undo can take a walk-in back.
  if (kept > people.length) {
    write(
      db,
      sql`DELETE FROM session_person WHERE session_id = ${sessionId} AND position >= ${people.length}`,
    )
  }
  for (const person of people) savePerson(db, sessionId, person)
}

function saveSession(db: WritableDb<'record'>, sessionId: SessionId, row: SessionRow): void {
  write(
    db,
    sql`INSERT INTO session (session_id, group_id, number, topic, group_type, part2, stage, length_minutes,
          prepared_at_ms, planned_start_ms, started_at_ms, ended_at_ms, elapsed_ms, paused_ms, last_seq, head_hash)
        VALUES (${sessionId}, ${row.groupId}, ${row.number}, ${row.topic}, ${row.groupType}, ${row.part2}, ${row.stage},
          ${row.lengthMinutes}, ${row.preparedAtMs}, ${row.plannedStartMs}, ${row.startedAtMs}, ${row.endedAtMs},
          ${row.elapsedMs}, ${row.pausedMs}, ${row.lastSeq}, ${row.headHash})
        ON CONFLICT (session_id) DO UPDATE SET group_id = excluded.group_id, number = excluded.number,
          topic = excluded.topic, group_type = excluded.group_type, part2 = excluded.part2, stage = excluded.stage,
          length_minutes = excluded.length_minutes, prepared_at_ms = excluded.prepared_at_ms,
          planned_start_ms = excluded.planned_start_ms, started_at_ms = excluded.started_at_ms,
          ended_at_ms = excluded.ended_at_ms, elapsed_ms = excluded.elapsed_ms, paused_ms = excluded.paused_ms,
          last_seq = excluded.last_seq, head_hash = excluded.head_hash`,
  )
}

function countPeople(db: ReadableDb<'record'>, sessionId: SessionId): number {
  const row = readOne(
    db,
    sql`SELECT count(*) AS count FROM session_person WHERE session_id = ${sessionId}`,
    z.strictObject({ count: z.int() }),
  )
  return row?.count ?? 0
}

function savePerson(db: WritableDb<'record'>, sessionId: SessionId, row: SessionPersonRow): void {
  write(
    db,
    sql`INSERT INTO session_person (session_id, person_id, position, role, presence, has_agreed, is_walk_in, present_ms,
          break_ms, talk_ms, turns)
        VALUES (${sessionId}, ${row.personId}, ${row.position}, ${row.role}, ${row.presence}, ${row.hasAgreed},
          ${row.isWalkIn}, ${row.presentMs}, ${row.breakMs}, ${row.talkMs}, ${row.turns})
        ON CONFLICT (session_id, person_id) DO UPDATE SET position = excluded.position, role = excluded.role,
          presence = excluded.presence, has_agreed = excluded.has_agreed, is_walk_in = excluded.is_walk_in,
          present_ms = excluded.present_ms, break_ms = excluded.break_ms, talk_ms = excluded.talk_ms,
          turns = excluded.turns`,
  )
}

const sessionRowSchema = z.strictObject({
  groupId: groupIdSchema,
  number: z.int(),
  topic: z.string(),
  groupType: z.string(),
  part2: z.string(),
  stage: z.string(),
  lengthMinutes: z.int(),
  preparedAtMs: z.int(),
  plannedStartMs: z.int().nullable(),
  startedAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  elapsedMs: z.int(),
  pausedMs: z.int(),
  lastSeq: z.int(),
  headHash: z.instanceof(Uint8Array),
})

const sessionPersonRowSchema = z.strictObject({
  personId: personIdSchema,
  position: z.int(),
  role: roleSchema,
  presence: z.enum(['expected', 'delayed', 'present', 'out', 'left', 'excused', 'absent']),
  hasAgreed: flagSchema,
  isWalkIn: flagSchema,
  presentMs: z.int(),
  breakMs: z.int(),
  talkMs: z.int(),
  turns: z.int(),
})

/** What was kept of a session; undefined when nothing was. */
export function readProjection(db: ReadableDb<'record'>, sessionId: SessionId): Projection | undefined {
  const session = readOne(
    db,
    sql`SELECT group_id AS groupId, number, topic, group_type AS groupType, part2, stage,
          length_minutes AS lengthMinutes, prepared_at_ms AS preparedAtMs, planned_start_ms AS plannedStartMs,
          started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, elapsed_ms AS elapsedMs, paused_ms AS pausedMs,
          last_seq AS lastSeq, head_hash AS headHash
        FROM session WHERE session_id = ${sessionId}`,
    sessionRowSchema,
  )
  if (session === undefined) return undefined
  const people = readAll(
    db,
    sql`SELECT person_id AS personId, position, role, presence, has_agreed AS hasAgreed, is_walk_in AS isWalkIn,
          present_ms AS presentMs, break_ms AS breakMs, talk_ms AS talkMs, turns
        FROM session_person WHERE session_id = ${sessionId} ORDER BY position, person_id`,
    sessionPersonRowSchema,
  )
  return { session, people }
}

/** Forgets the rows of people that the log does not know; the rebuild writes the others again. */
export function clearPeople(db: WritableDb<'record'>, sessionId: SessionId): void {
  write(db, sql`DELETE FROM session_person WHERE session_id = ${sessionId}`)
}

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
          count(session_person.person_id) AS memberCount,
          count(session_person.person_id) FILTER (WHERE presence IN ('present', 'out', 'left')) AS presentCount,
          count(response) FILTER (WHERE response <> '') AS writtenCount
        FROM session
        LEFT JOIN session_person
          ON session_person.session_id = session.session_id AND session_person.role = 'member'
        LEFT JOIN debrief_response
          ON debrief_response.session_id = session.session_id
          AND debrief_response.person_id = session_person.person_id
        WHERE is_discarded = 0
        GROUP BY session.session_id
        ORDER BY coalesce(started_at_ms, planned_start_ms, prepared_at_ms) DESC, prepared_at_ms DESC`,
    sessionSummarySchema,
  )
}
