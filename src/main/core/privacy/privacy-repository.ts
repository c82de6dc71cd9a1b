import { logCheckSchema, type LogCheck, type PrivacyMeasure } from '../../../shared/ipc/privacy-calls.ts'
import { personIdSchema } from '../../../shared/ids.ts'
import { openedBySchema } from '../../../shared/ipc/access-log-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** How many openings are shown. */
const newestOpenings = 5

const openingRowSchema = z.strictObject({
  seq: z.int(),
  atMs: z.int(),
  openedBy: openedBySchema,
  reviewerId: personIdSchema.nullable(),
})

export function readOpenings(db: ReadableDb<'record'>): PrivacyMeasure['openings'] {
  const counts = readOne(
    db,
    sql`SELECT count(*) AS totalCount, count(*) FILTER (WHERE opened_by = 'reviewer') AS reviewerCount
        FROM access_entry WHERE what = 'opened'`,
    z.strictObject({ totalCount: z.int(), reviewerCount: z.int() }),
  )
  const newest = readAll(
    db,
    sql`SELECT seq, at_ms AS atMs, opened_by AS openedBy, reviewer_id AS reviewerId
        FROM access_entry WHERE what = 'opened' ORDER BY seq DESC LIMIT ${newestOpenings}`,
    openingRowSchema,
  )
  return { totalCount: counts?.totalCount ?? 0, reviewerCount: counts?.reviewerCount ?? 0, newest }
}

/** Entries of the ledger that stand: none that another one corrected. */
export function countDisclosures(db: ReadableDb<'record'>): number {
  const row = readOne(
    db,
    sql`SELECT count(*) AS count FROM disclosure AS entry
        WHERE NOT EXISTS (SELECT 1 FROM disclosure AS later WHERE later.corrects_id = entry.disclosure_id)`,
    z.strictObject({ count: z.int() }),
  )
  return row?.count ?? 0
}

/** What the last check of all logs found; undefined before the first. */
export function readLogCheck(db: ReadableDb<'record'>): LogCheck | undefined {
  return readOne(
    db,
    sql`SELECT at_ms AS atMs, session_count AS sessionCount, event_count AS eventCount, broken_count AS brokenCount
        FROM log_check`,
    logCheckSchema,
  )
}

export function saveLogCheck(db: WritableDb<'record'>, found: LogCheck): void {
  const { atMs, sessionCount, eventCount, brokenCount } = found
  transact(db, () => {
    write(db, sql`DELETE FROM log_check`)
    write(
      db,
      sql`INSERT INTO log_check (only_row, at_ms, session_count, event_count, broken_count)
          VALUES (1, ${atMs}, ${sessionCount}, ${eventCount}, ${brokenCount})`,
    )
  })
}
