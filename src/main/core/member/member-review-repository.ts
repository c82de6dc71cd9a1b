import type { PersonId } from '../../../shared/ids.ts'
import { measureIdSchema, sessionIdSchema, type SessionId } from '../../../shared/ids.ts'
import { memberSessionSchema, type MemberSession } from '../../../shared/ipc/member-calls.ts'
import { markSchema } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const sessionRowSchema = memberSessionSchema
  .omit({ marks: true, checkIns: true })
  .extend({ wasObserved: flagSchema })
const markRowSchema = z.strictObject({ sessionId: sessionIdSchema, mark: markSchema, count: z.int() })
const checkInRowSchema = z.strictObject({
  sessionId: sessionIdSchema,
  measureId: measureIdSchema,
  start: z.int().nullable(),
  end: z.int().nullable(),
})

/** Sessions that are over and that somebody was on the list of, oldest first, with what was seen of them there. */
export function listMemberSessions(db: ReadableDb<'record'>, personId: PersonId): MemberSession[] {
  const marks = bySession(readMarkCounts(db, personId))
  const checkIns = bySession(readNumbers(db, personId))
  return readSessions(db, personId).map((session) => ({
    ...session,
    marks: (marks.get(session.sessionId) ?? []).map(({ mark, count }) => ({ mark, count })),
    checkIns: (checkIns.get(session.sessionId) ?? []).map(({ measureId, start, end }) => ({
      measureId,
      start,
      end,
    })),
  }))
}

function readSessions(db: ReadableDb<'record'>, personId: PersonId): z.output<typeof sessionRowSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, group_id AS groupId, number, started_at_ms AS startedAtMs, observation,
          EXISTS (SELECT 1 FROM session_person AS other WHERE other.session_id = session_person.session_id
            AND CASE observation WHEN 'floor' THEN other.turns ELSE other.samples_heard END > 0) AS wasObserved,
          presence, present_ms AS presentMs, break_ms AS breakMs, talk_ms AS talkMs, turns,
          samples_heard AS samplesHeard
        FROM session_person JOIN session USING (session_id)
        WHERE person_id = ${personId} AND stage = 'ended'
        ORDER BY started_at_ms, session_id`,
    sessionRowSchema,
  )
}

function readMarkCounts(db: ReadableDb<'record'>, personId: PersonId): z.output<typeof markRowSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, mark, count(*) AS count FROM session_mark
        WHERE person_id = ${personId} GROUP BY session_id, mark ORDER BY session_id, min(seq)`,
    markRowSchema,
  )
}

function readNumbers(db: ReadableDb<'record'>, personId: PersonId): z.output<typeof checkInRowSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, measure_id AS measureId,
          max(CASE moment WHEN 'start' THEN value END) AS start, max(CASE moment WHEN 'end' THEN value END) AS end
        FROM session_check_in WHERE person_id = ${personId}
        GROUP BY session_id, measure_id ORDER BY session_id, measure_id`,
    checkInRowSchema,
  )
}

function bySession<Row extends { readonly sessionId: SessionId }>(
  rows: readonly Row[],
): ReadonlyMap<SessionId, readonly Row[]> {
  return Map.groupBy(rows, ({ sessionId }) => sessionId)
}
