import type { BackupFacts } from '../../../shared/ipc/backup-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const factsRowSchema = z.strictObject({
  sessionCount: z.int(),
  signedNoteCount: z.int(),
  memberCount: z.int(),
  newestSessionAtMs: z.int().nullable(),
})

/** What a record holds, in numbers. */
export function readFacts(record: ReadableDb<'record'>): BackupFacts {
  const [facts] = readAll(
    record,
    sql`SELECT (SELECT count(*) FROM session WHERE started_at_ms IS NOT NULL) AS sessionCount,
          (SELECT count(*) FROM signed_note) AS signedNoteCount,
          (SELECT count(*) FROM member) AS memberCount,
          (SELECT max(started_at_ms) FROM session) AS newestSessionAtMs`,
    factsRowSchema,
  )
  if (facts === undefined) throw new Error('a query that always has a row')
  return facts
}
