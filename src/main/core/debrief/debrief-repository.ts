import type { SessionId } from '../../../shared/ids.ts'
import {
  responseSchema,
  sharedPartSchema,
  type Response,
  type SharedPart,
} from '../../../shared/record/debrief.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const paragraphsSchema = sharedPartSchema.omit({ interventions: true })
const interventionSchema = sharedPartSchema.shape.interventions.element

/** What was written for the whole group; empty texts where nothing was. */
export function readSharedPart(db: ReadableDb<'record'>, sessionId: SessionId): SharedPart {
  const paragraphs = readOne(
    db,
    sql`SELECT group_process AS groupProcess, plan FROM debrief_shared WHERE session_id = ${sessionId}`,
    paragraphsSchema,
  )
  const interventions = readAll(
    db,
    sql`SELECT person_id AS personId, text FROM debrief_intervention
        WHERE session_id = ${sessionId} ORDER BY position`,
    interventionSchema,
  )
  return { interventions, ...(paragraphs ?? { groupProcess: '', plan: '' }) }
}

/** Replaces the shared part. To be called in a transaction. */
export function saveSharedPart(db: WritableDb<'record'>, sessionId: SessionId, shared: SharedPart): void {
  write(
    db,
    sql`INSERT INTO debrief_shared (session_id, group_process, plan)
        VALUES (${sessionId}, ${shared.groupProcess}, ${shared.plan})
        ON CONFLICT (session_id) DO UPDATE SET group_process = excluded.group_process, plan = excluded.plan`,
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

export function readResponses(db: ReadableDb<'record'>, sessionId: SessionId): Response[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId, response, plan FROM debrief_response WHERE session_id = ${sessionId}`,
    responseSchema,
  )
}

export function saveResponse(db: WritableDb<'record'>, sessionId: SessionId, row: Response): void {
  write(
    db,
    sql`INSERT INTO debrief_response (session_id, person_id, response, plan)
        VALUES (${sessionId}, ${row.personId}, ${row.response}, ${row.plan})
        ON CONFLICT (session_id, person_id) DO UPDATE SET response = excluded.response, plan = excluded.plan`,
  )
}
