import type { SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

// Keys are in the order of time, so that the newest sessions are found first; this many begin in one minute.
const perMinute = 32
const minuteMs = 60_000
// What was planned begins a little earlier or later: the order on a page is made of the times themselves.
const toleratedMinutes = 24 * 60
// Rowids are keys times 2^20, and have to stay whole numbers that JavaScript can tell apart: whatever is planned for after
// the year 2480 counts as then. A day's worth of keys above it stays free.
const latestMinute = 2 ** 28 - toleratedMinutes

const keySchema = z.strictObject({ key: z.int() })

/** The key of a session in the index; null where nothing of it is indexed. */
export function readKey(db: ReadableDb<'record'>, sessionId: SessionId): number | null {
  const row = readOne(db, sql`SELECT key FROM search_session WHERE session_id = ${sessionId}`, keySchema)
  return row?.key ?? null
}

/** Whether a key still says when the session was, or is to be: milliseconds since 1970 UTC. */
export function isInOrder(key: number, orderMs: number): boolean {
  return Math.abs(key / perMinute - minuteOf(orderMs)) <= toleratedMinutes
}

function minuteOf(orderMs: number): number {
  return Math.min(latestMinute, Math.max(1, Math.floor(orderMs / minuteMs)))
}

/** Gives a session the key of its time, or the next one that is free. */
export function addKey(db: WritableDb<'record'>, sessionId: SessionId, orderMs: number): number {
  const wanted = minuteOf(orderMs) * perMinute
  const taken = readOne(
    db,
    sql`SELECT key FROM search_session AS one
        WHERE key >= ${wanted} AND EXISTS (SELECT 1 FROM search_session WHERE key = ${wanted})
        AND NOT EXISTS (SELECT 1 FROM search_session AS next WHERE next.key = one.key + 1)
        ORDER BY key LIMIT 1`,
    keySchema,
  )
  const key = taken === undefined ? wanted : taken.key + 1
  write(db, sql`INSERT INTO search_session (key, session_id) VALUES (${key}, ${sessionId})`)
  return key
}

export function removeKey(db: WritableDb<'record'>, key: number): void {
  write(db, sql`DELETE FROM search_session WHERE key = ${key}`)
}
