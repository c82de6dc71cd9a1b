import { personIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import {
  responseSchema,
  sharedPartSchema,
  type Response,
  type SharedPart,
} from '../../../shared/record/debrief.ts'
import { goalAddressedSchema } from '../../../shared/record/note.ts'
import { flagSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const paragraphsSchema = sharedPartSchema.omit({ interventions: true })
const interventionSchema = sharedPartSchema.shape.interventions.element
const responseRowSchema = responseSchema.omit({ goals: true }).extend({ namesPhases: flagSchema })
const goalRowSchema = goalAddressedSchema.extend({ personId: personIdSchema })

/** What was written for the whole group; empty texts where nothing was. */
export function readSharedPart(db: ReadableDb<'record'>, sessionId: SessionId): SharedPart {
  const paragraphs = readOne(
    db,
    sql`SELECT group_process AS groupProcess, plan, home_practice AS homePractice FROM debrief_shared
        WHERE session_id = ${sessionId}`,
    paragraphsSchema,
  )
  const interventions = readAll(
    db,
    sql`SELECT person_id AS personId, text FROM debrief_intervention
        WHERE session_id = ${sessionId} ORDER BY position`,
    interventionSchema,
  )
  return { interventions, ...(paragraphs ?? { groupProcess: '', plan: '', homePractice: '' }) }
}

/** Replaces the shared part. To be called in a transaction. */
export function saveSharedPart(db: WritableDb<'record'>, sessionId: SessionId, shared: SharedPart): void {
  write(
    db,
    sql`INSERT INTO debrief_shared (session_id, group_process, plan, home_practice)
        VALUES (${sessionId}, ${shared.groupProcess}, ${shared.plan}, ${shared.homePractice})
        ON CONFLICT (session_id) DO UPDATE SET group_process = excluded.group_process, plan = excluded.plan,
          home_practice = excluded.home_practice`,
  )
  write(db, sql`DELETE FROM debrief_intervention WHERE session_id = ${sessionId}`)
  for (const [position, { personId, text }] of shared.interventions.entries()) {
    write(
      db,
      sql`INSERT INTO debrief_intervention (session_id, person_id, position, text)
          VALUES (${sessionId}, ${personId}, ${position}, ${text})`,
    )
  }
}

/** A member about whom nothing is written yet. */
export function emptyResponse(personId: PersonId): Response {
  return { personId, response: '', plan: '', format: null, namesPhases: true, goals: [] }
}

/** Everything written about members of a session; nobody who was not written about is among them. */
export function readResponses(db: ReadableDb<'record'>, sessionId: SessionId): Response[] {
  const goals = readAll(
    db,
    sql`SELECT person_id AS personId, goal_id AS goalId, progress FROM debrief_goal
        WHERE session_id = ${sessionId} ORDER BY position`,
    goalRowSchema,
  )
  const rows = readAll(
    db,
    sql`SELECT person_id AS personId, response, plan, nullif(format, '') AS format, names_phases AS namesPhases
        FROM debrief_response WHERE session_id = ${sessionId}`,
    responseRowSchema,
  )
  return rows.map((row) => ({
    ...row,
    goals: goals
      .filter(({ personId }) => personId === row.personId)
      .map(({ goalId, progress }) => ({ goalId, progress })),
  }))
}

/** Replaces what is written about one member. To be called in a transaction. */
export function saveResponse(db: WritableDb<'record'>, sessionId: SessionId, row: Response): void {
  const { personId } = row
  write(
    db,
    sql`INSERT INTO debrief_response (session_id, person_id, response, plan, format, names_phases)
        VALUES (${sessionId}, ${personId}, ${row.response}, ${row.plan}, ${row.format ?? ''}, ${row.namesPhases})
        ON CONFLICT (session_id, person_id) DO UPDATE SET response = excluded.response, plan = excluded.plan,
          format = excluded.format, names_phases = excluded.names_phases`,
  )
  write(db, sql`DELETE FROM debrief_goal WHERE session_id = ${sessionId} AND person_id = ${personId}`)
  for (const [position, { goalId, progress }] of row.goals.entries()) {
    write(
      db,
      sql`INSERT INTO debrief_goal (session_id, person_id, goal_id, position, progress)
          VALUES (${sessionId}, ${personId}, ${goalId}, ${position}, ${progress})`,
    )
  }
}
