import { sessionIdSchema, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** How far an unfinished rebuild has come. */
export interface RebuildPlace {
  /** The fold that it writes the rows of. */
  readonly version: number
  /** The last session that was folded anew, in the order of ids; empty before the first. */
  readonly after: string
  readonly doneCount: number
}

const placeSchema = z.strictObject({ version: z.int(), after: z.string(), doneCount: z.int() })

/** Undefined while no rebuild is unfinished. */
export function readRebuildPlace(db: ReadableDb<'record'>): RebuildPlace | undefined {
  return readOne(
    db,
    sql`SELECT version, after_session_id AS after, done_count AS doneCount FROM rebuild`,
    placeSchema,
  )
}

export function saveRebuildPlace(
  db: WritableDb<'record'>,
  { version, after, doneCount }: RebuildPlace,
): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO rebuild (only_row, version, after_session_id, done_count)
        VALUES (1, ${version}, ${after}, ${doneCount})`,
  )
}

export function forgetRebuildPlace(db: WritableDb<'record'>): void {
  write(db, sql`DELETE FROM rebuild`)
}

const nextSchema = z.strictObject({ sessionId: sessionIdSchema.nullable() })

/** The next session in the order of ids that has left a trace in the log or in the tables; null after the last. */
export function nextLoggedSession(db: ReadableDb<'record'>, after: string): SessionId | null {
  const row = readOne(
    db,
    sql`SELECT min(session_id) AS sessionId FROM (
          SELECT min(session_id) AS session_id FROM session_event WHERE session_id > ${after}
          UNION ALL SELECT min(session_id) FROM session WHERE session_id > ${after})`,
    nextSchema,
  )
  return row?.sessionId ?? null
}

export function countSessions(db: ReadableDb<'record'>): number {
  const row = readOne(db, sql`SELECT count(*) AS count FROM session`, z.strictObject({ count: z.int() }))
  return row?.count ?? 0
}
