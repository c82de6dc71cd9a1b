import { groupIdSchema, sessionIdSchema, type GroupId, type SessionId } from '../../../shared/ids.ts'
import type { Neighbour } from '../../../shared/ipc/session-page-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readOne, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

interface Numbered {
  readonly groupId: GroupId
  readonly number: number
}

export function findNumbered(db: ReadableDb<'record'>, sessionId: SessionId): Numbered | undefined {
  return readOne(
    db,
    sql`SELECT group_id AS groupId, number FROM session WHERE session_id = ${sessionId} AND is_discarded = 0`,
    z.strictObject({ groupId: groupIdSchema, number: z.int() }),
  )
}

const neighbourSchema = z.strictObject({ sessionId: sessionIdSchema, number: z.int() })

/** The nearest session of the group that is over, by its number. */
export function findNeighbour(
  db: ReadableDb<'record'>,
  { groupId, number }: Numbered,
  way: 'previous' | 'next',
): Neighbour | null {
  const beyond =
    way === 'next' ? sql`number > ${number} ORDER BY number` : sql`number < ${number} ORDER BY number DESC`
  const row = readOne(
    db,
    sql`SELECT session_id AS sessionId, number FROM session
        WHERE group_id = ${groupId} AND is_discarded = 0 AND stage = 'ended' AND ${beyond} LIMIT 1`,
    neighbourSchema,
  )
  return row ?? null
}
