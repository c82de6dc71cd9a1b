import type { ExportId, PersonId, SessionId } from '../../../shared/ids.ts'
import {
  accessEntrySchema,
  accessPageSize,
  type AccessEntry,
  type AccessKind,
} from '../../../shared/ipc/access-log-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

/** Whose passphrase or code opened the vault. */
export type Opener =
  | { readonly openedBy: 'passphrase' | 'recovery' | 'computer' }
  | { readonly openedBy: 'reviewer'; readonly reviewerId: PersonId }

/** What was looked at, or went out. */
export interface Accessed {
  readonly personId?: PersonId | null
  readonly sessionId?: SessionId | null
  readonly exportId?: ExportId | null
}

/** The same look within this time is one look: a page that is read again is not looked at again. */
const sameLookMs = 10 * 60_000

/** Times are milliseconds since 1970 UTC. There is nothing here to change an entry or to take it away. */
export function insertOpening(db: WritableDb<'record'>, opener: Opener, atMs: number): void {
  const reviewerId = opener.openedBy === 'reviewer' ? opener.reviewerId : null
  write(
    db,
    sql`INSERT INTO access_entry (at_ms, opened_by, reviewer_id, what)
        VALUES (${atMs}, ${opener.openedBy}, ${reviewerId}, 'opened')`,
  )
}

/** Notes that a backup took the place of a vault: nobody has it open then, and the secret says by whom. */
export function insertRestored(
  db: WritableDb<'record'>,
  openedBy: 'passphrase' | 'recovery',
  atMs: number,
): void {
  write(db, sql`INSERT INTO access_entry (at_ms, opened_by, what) VALUES (${atMs}, ${openedBy}, 'restored')`)
}

const restoringSchema = z.strictObject({ afterMs: z.int(), untilMs: z.int() })

/**
 * The restores since a moment, each with the time that it left behind: from the last entry of what it went back to, which is
 * no later than the backup of it.
 */
export function listRestores(db: ReadableDb<'record'>, sinceMs: number): z.infer<typeof restoringSchema>[] {
  return readAll(
    db,
    sql`SELECT at_ms AS untilMs,
          coalesce((SELECT at_ms FROM access_entry WHERE seq < restored.seq ORDER BY seq DESC LIMIT 1), 0) AS afterMs
        FROM access_entry AS restored WHERE what = 'restored' AND at_ms > ${sinceMs}`,
    restoringSchema,
  )
}

/** Whoever opened the vault last has it now: no two have it at once. */
export function insertAccess(
  db: WritableDb<'record'>,
  what: Exclude<AccessKind, 'opened'>,
  { personId = null, sessionId = null, exportId = null }: Accessed,
  atMs: number,
): void {
  write(
    db,
    sql`INSERT INTO access_entry (at_ms, opened_by, reviewer_id, what, person_id, session_id, export_id)
        SELECT ${atMs}, coalesce(max(opened_by), 'passphrase'), max(reviewer_id), ${what}, ${personId}, ${sessionId},
          ${exportId}
        FROM (SELECT opened_by, reviewer_id FROM access_entry WHERE what = 'opened' ORDER BY seq DESC LIMIT 1)`,
  )
}

/** Whether the newest entry is this very look. */
export function isSameLook(db: ReadableDb<'record'>, personId: PersonId, atMs: number): boolean {
  const last = readOne(db, selectEntries(sql`ORDER BY seq DESC LIMIT 1`), accessEntrySchema)
  return last?.what === 'member-viewed' && last.personId === personId && atMs - last.atMs < sameLookMs
}

/** A page of entries, newest first. */
export function listAccess(
  db: ReadableDb<'record'>,
  beforeSeq: number | null,
  personId: PersonId | null,
): AccessEntry[] {
  const before = beforeSeq === null ? sql`1 = 1` : sql`seq < ${beforeSeq}`
  const about = personId === null ? sql`1 = 1` : sql`person_id = ${personId}`
  return readAll(
    db,
    selectEntries(sql`WHERE ${before} AND ${about} ORDER BY seq DESC LIMIT ${accessPageSize}`),
    accessEntrySchema,
  )
}

/** When somebody was last let in to review. */
export function readLetInAt(db: ReadableDb<'record'>, personId: PersonId): number | undefined {
  return readOne(
    db,
    selectEntries(sql`WHERE person_id = ${personId} AND what = 'reviewer-let-in' ORDER BY seq DESC LIMIT 1`),
    accessEntrySchema,
  )?.atMs
}

function selectEntries(condition: Query): Query {
  return sql`SELECT seq, at_ms AS atMs, opened_by AS openedBy, reviewer_id AS reviewerId, what, person_id AS personId,
      session_id AS sessionId, export_id AS exportId
    FROM access_entry ${condition}`
}
