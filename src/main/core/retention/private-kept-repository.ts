import { groupIdSchema, sessionIdSchema, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const countSchema = z.strictObject({ sessionId: sessionIdSchema, noteCount: z.int() })

/** How many private notes there are of each session that has any. */
export function countPrivateNotes(privateStore: ReadableDb<'private'>): Map<SessionId, number> {
  const rows = readAll(
    privateStore,
    sql`SELECT session_id AS sessionId, count(*) AS noteCount FROM private_note GROUP BY session_id`,
    countSchema,
  )
  return new Map(rows.map(({ sessionId, noteCount }) => [sessionId, noteCount]))
}

const overSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  number: z.int(),
  /** Milliseconds since 1970 UTC. */
  atMs: z.int(),
  isHeld: flagSchema,
})
export type SessionOver = z.infer<typeof overSchema>

/** Of some sessions those that are over or were discarded, oldest first, and whether a legal hold is on any of their people. */
export function listSessionsOver(
  record: ReadableDb<'record'>,
  sessionIds: readonly SessionId[],
): SessionOver[] {
  return readAll(
    record,
    sql`SELECT session_id AS sessionId, group_id AS groupId, number, order_ms AS atMs,
          EXISTS (SELECT 1 FROM legal_hold WHERE lifted_at_ms IS NULL AND (person_id IS NULL
            OR person_id IN (SELECT person_id FROM session_person AS person
              WHERE person.session_id = session.session_id))) AS isHeld
        FROM session JOIN session_tally USING (session_id)
        WHERE session_id IN (SELECT value FROM json_each(${JSON.stringify(sessionIds)}))
          AND (stage = 'ended' OR is_discarded = 1)
        ORDER BY order_ms, session_id`,
    overSchema,
  )
}
