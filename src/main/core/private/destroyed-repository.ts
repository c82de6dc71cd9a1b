import type { SessionId } from '../../../shared/ids.ts'
import { destructionSchema, type Destruction } from '../../../shared/ipc/retention-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const countsSchema = z.strictObject({
  /** Sessions of which anything is here. */
  sessionCount: z.int(),
  noteCount: z.int(),
  /** Minutes in which the author's touches were counted. */
  touchCount: z.int(),
})
export type PrivateCounts = z.infer<typeof countsSchema>

/** What private.db holds of some sessions. */
export function countPrivate(db: ReadableDb<'private'>, sessionIds: readonly SessionId[]): PrivateCounts {
  const counted = readOne(
    db,
    sql`SELECT count(*) AS sessionCount, coalesce(sum(notes), 0) AS noteCount, coalesce(sum(touches), 0) AS touchCount
        FROM (SELECT (SELECT count(*) FROM private_note WHERE session_id = chosen.value) AS notes,
            (SELECT count(*) FROM interaction_count WHERE session_id = chosen.value) AS touches
          FROM (SELECT DISTINCT value FROM json_each(${JSON.stringify(sessionIds)})) AS chosen)
        WHERE notes + touches > 0`,
    countsSchema,
  )
  return counted ?? { sessionCount: 0, noteCount: 0, touchCount: 0 }
}

/**
 * Deletes what private.db holds of some sessions: notes, the words that they are found by, and counts. What was deleted is in
 * free pages still. To be called in a transaction.
 */
export function deletePrivate(db: WritableDb<'private'>, sessionIds: readonly SessionId[]): void {
  const chosen = sql`session_id IN (SELECT value FROM json_each(${JSON.stringify(sessionIds)}))`
  const notes = sql`note_id IN (SELECT note_id FROM private_note WHERE ${chosen})`
  write(db, sql`DELETE FROM private_words WHERE rowid IN (SELECT item FROM private_item WHERE ${notes})`)
  write(db, sql`DELETE FROM private_item WHERE ${notes}`)
  write(db, sql`DELETE FROM private_note WHERE ${chosen}`)
  write(db, sql`DELETE FROM interaction_count WHERE ${chosen}`)
  // Until its segments are merged, the index keeps the words and only no longer says whose they were.
  write(db, sql`INSERT INTO private_words (private_words) VALUES ('optimize')`)
}

export function insertDestruction(
  db: WritableDb<'private'>,
  { destroyedAtMs, sessionCount, noteCount }: Destruction,
): void {
  write(
    db,
    sql`INSERT INTO destroyed (destroyed_at_ms, session_count, note_count)
        VALUES (${destroyedAtMs}, ${sessionCount}, ${noteCount})`,
  )
}

/** Every destruction, newest first. */
export function listDestructions(db: ReadableDb<'private'>): Destruction[] {
  return readAll(
    db,
    sql`SELECT destroyed_at_ms AS destroyedAtMs, session_count AS sessionCount, note_count AS noteCount
        FROM destroyed ORDER BY seq DESC`,
    destructionSchema,
  )
}
