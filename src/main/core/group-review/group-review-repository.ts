import { phaseKindSchema } from '../../../shared/agenda/phase.ts'
import { personIdSchema, sessionIdSchema, type GroupId, type PersonId } from '../../../shared/ids.ts'
import { part2Schema, type Part2 } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { hasCome } from '../session/row-conditions.ts'
import { flagSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const sessionSchema = z.strictObject({
  sessionId: sessionIdSchema,
  number: z.int(),
  topic: z.string(),
  startedAtMs: z.int(),
})
export type EndedSession = z.infer<typeof sessionSchema>

/** A group's sessions that have ended and started since an instant (milliseconds since 1970 UTC), oldest first. */
export function listEnded(db: ReadableDb<'record'>, groupId: GroupId, sinceMs: number): EndedSession[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, number, topic, started_at_ms AS startedAtMs
        FROM session WHERE ${endedSince(groupId, sinceMs)} ORDER BY started_at_ms, number`,
    sessionSchema,
  )
}

const listedSchema = z.strictObject({
  sessionId: sessionIdSchema,
  personId: personIdSchema,
  hasCome: flagSchema,
})

/** The members on the lists of these sessions: family, partners and guests are no patients. */
export function listListed(
  db: ReadableDb<'record'>,
  groupId: GroupId,
  sinceMs: number,
): z.infer<typeof listedSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, person_id AS personId, ${hasCome} AS hasCome
        FROM session JOIN session_person USING (session_id)
        WHERE ${endedSince(groupId, sinceMs)} AND role = 'member'`,
    listedSchema,
  )
}

const phaseSchema = z.strictObject({
  sessionId: sessionIdSchema,
  name: z.string(),
  kind: phaseKindSchema,
  plannedMinutes: z.int(),
  actualMs: z.int(),
})

/** The phases of these sessions, oldest session first, each in its order; what was put in for once is no part of a plan. */
export function listHeldPhases(
  db: ReadableDb<'record'>,
  groupId: GroupId,
  sinceMs: number,
): z.infer<typeof phaseSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, name, kind, planned_minutes AS plannedMinutes, actual_ms AS actualMs
        FROM session JOIN session_phase USING (session_id)
        WHERE ${endedSince(groupId, sinceMs)} AND is_inserted = 0
        ORDER BY started_at_ms, number, session_phase.position`,
    phaseSchema,
  )
}

/** Everyone who ever was on the list of a session of this group. */
export function listPeopleOfGroup(db: ReadableDb<'record'>, groupId: GroupId): PersonId[] {
  const rows = readAll(
    db,
    sql`SELECT DISTINCT person_id AS personId FROM session JOIN session_person USING (session_id)
        WHERE group_id = ${groupId}`,
    z.strictObject({ personId: personIdSchema }),
  )
  return rows.map(({ personId }) => personId)
}

/** What the sessions of this group were under. */
export function listPart2OfGroup(db: ReadableDb<'record'>, groupId: GroupId): Part2[] {
  const rows = readAll(
    db,
    sql`SELECT DISTINCT part2 FROM session WHERE group_id = ${groupId} AND is_discarded = 0`,
    z.strictObject({ part2: part2Schema }),
  )
  return rows.map(({ part2 }) => part2)
}

function endedSince(groupId: GroupId, sinceMs: number): Query {
  return sql`group_id = ${groupId} AND is_discarded = 0 AND stage = 'ended' AND started_at_ms >= ${sinceMs}`
}
