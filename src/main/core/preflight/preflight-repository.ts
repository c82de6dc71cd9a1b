import { sessionIdSchema, type GroupId, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readOne, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const heldSchema = z.strictObject({ sessionId: sessionIdSchema, startedAtMs: z.int() })

/** The session of a group that was held last, apart from this one; undefined when there was none. */
export function findLastHeld(
  db: ReadableDb<'record'>,
  groupId: GroupId,
  exceptFor: SessionId,
): z.infer<typeof heldSchema> | undefined {
  return readOne(
    db,
    sql`SELECT session_id AS sessionId, started_at_ms AS startedAtMs FROM session
        WHERE group_id = ${groupId} AND session_id <> ${exceptFor} AND stage = 'ended'
          AND started_at_ms IS NOT NULL
        ORDER BY started_at_ms DESC LIMIT 1`,
    heldSchema,
  )
}
