import { sessionIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import { stampSchema } from '../../../shared/session/stamp.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import { LogNotWhole } from '../vault/store-error.ts'
import type { SignOfLife } from './absence.ts'
import { createEventReader } from './event-reader.ts'

/** An event as it is stored: its canonical JSON, and the hash that chains it to the one before. */
export interface StoredEvent {
  readonly seq: number
  readonly body: string
  readonly hash: Uint8Array
}

const storedEventSchema = z.strictObject({
  seq: z.int(),
  body: z.string(),
  hash: z.instanceof(Uint8Array),
})

const aliveRowSchema = z.strictObject({ ...stampSchema.shape, uptimeMs: z.int().nullable() })

export function insertEvent(db: WritableDb<'record'>, sessionId: SessionId, event: StoredEvent): void {
  write(
    db,
    sql`INSERT INTO session_event (session_id, seq, body, hash)
        VALUES (${sessionId}, ${event.seq}, ${event.body}, ${event.hash})`,
  )
}

const logRowSchema = z.strictObject({ seq: z.int(), body: z.string(), lastSeq: z.int().nullable() })

/**
 * Every event of a session in order, each parsed. Throws `StoreError` when one is not what an event can be, or is missing:
 * what is folded from a log with a hole, or without its end, is something that never was.
 */
export function readSession(db: ReadableDb<'record'>, sessionId: SessionId): SessionEvent[] {
  const rows = readAll(
    db,
    sql`SELECT seq, body, (SELECT last_seq FROM session WHERE session_id = ${sessionId}) AS lastSeq
        FROM session_event WHERE session_id = ${sessionId} ORDER BY seq`,
    logRowSchema,
  )
  const readEvent = createEventReader()
  const events = rows.map(({ body, seq }, index) => {
    const event = seq === index + 1 ? readEvent(body) : null
    if (event === null) throw new LogNotWhole()
    return event
  })
  if (events.length < (rows[0]?.lastSeq ?? 0)) throw new LogNotWhole()
  return events
}

/** The log as it lies on disk, for whoever wants to check it. */
export function readStoredEvents(db: ReadableDb<'record'>, sessionId: SessionId): StoredEvent[] {
  return readAll(
    db,
    sql`SELECT seq, body, hash FROM session_event WHERE session_id = ${sessionId} ORDER BY seq`,
    storedEventSchema,
  )
}

export function readHeadHash(db: ReadableDb<'record'>, sessionId: SessionId): Uint8Array | undefined {
  return readOne(
    db,
    sql`SELECT hash FROM session_event WHERE session_id = ${sessionId} ORDER BY seq DESC LIMIT 1`,
    z.strictObject({ hash: z.instanceof(Uint8Array) }),
  )?.hash
}

/** Every session that has left a trace in the log or in the tables folded from it. */
export function listLoggedSessions(db: ReadableDb<'record'>): SessionId[] {
  const rows = readAll(
    db,
    sql`SELECT session_id AS sessionId FROM session_event UNION SELECT session_id FROM session ORDER BY 1`,
    z.strictObject({ sessionId: sessionIdSchema }),
  )
  return rows.map(({ sessionId }) => sessionId)
}

/** Notes that the session was seen alive at this reading of the clocks. */
export function saveAlive(db: WritableDb<'record'>, sessionId: SessionId, alive: SignOfLife): void {
  const { stamp, uptimeMs } = alive
  write(
    db,
    sql`INSERT INTO session_alive (session_id, wall_ms, mono_ms, run, zone, uptime_ms)
        VALUES (${sessionId}, ${stamp.wallMs}, ${stamp.monoMs}, ${stamp.run}, ${stamp.zone}, ${uptimeMs})
        ON CONFLICT DO UPDATE SET wall_ms = excluded.wall_ms, mono_ms = excluded.mono_ms, run = excluded.run,
          zone = excluded.zone, uptime_ms = excluded.uptime_ms`,
  )
}

export function readAlive(db: ReadableDb<'record'>, sessionId: SessionId): SignOfLife | undefined {
  const row = readOne(
    db,
    sql`SELECT wall_ms AS wallMs, mono_ms AS monoMs, run, zone, uptime_ms AS uptimeMs
        FROM session_alive WHERE session_id = ${sessionId}`,
    aliveRowSchema,
  )
  if (row === undefined) return undefined
  const { uptimeMs, ...stamp } = row
  return { stamp, uptimeMs }
}

export function forgetAlive(db: WritableDb<'record'>, sessionId: SessionId): void {
  write(db, sql`DELETE FROM session_alive WHERE session_id = ${sessionId}`)
}
