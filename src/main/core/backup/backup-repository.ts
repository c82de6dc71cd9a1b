import { backupIdSchema, type BackupId } from '../../../shared/ids.ts'
import {
  backupFactsSchema,
  backupFailureCodeSchema,
  backupScheduleSchema,
  type BackupFailureCode,
  type BackupSchedule,
} from '../../../shared/ipc/backup-calls.ts'
import { z } from '../../../shared/zod.ts'
import {
  jsonSchema,
  readAll,
  readOne,
  transact,
  write,
  type ReadableDb,
  type WritableDb,
} from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const rulesSchema = z.strictObject({
  /** An absolute path; null while none was chosen. */
  folder: z.string().nullable(),
  schedule: backupScheduleSchema,
  failure: backupFailureCodeSchema.nullable(),
  failedSinceMs: z.int().nullable(),
})
export type BackupRules = z.infer<typeof rulesSchema>

const storedBackupSchema = z.strictObject({
  backupId: backupIdSchema,
  folder: z.string(),
  name: z.string(),
  madeAtMs: z.int(),
  bytes: z.int(),
  verifiedAtMs: z.int(),
  drilledAtMs: z.int().nullable(),
  facts: jsonSchema(backupFactsSchema),
})
export type StoredBackup = z.infer<typeof storedBackupSchema>

export function readRules(db: ReadableDb<'record'>): BackupRules {
  const rules = readOne(
    db,
    sql`SELECT folder, schedule, failure, failed_since_ms AS failedSinceMs FROM backup_rules`,
    rulesSchema,
  )
  return rules ?? { folder: null, schedule: 'off', failure: null, failedSinceMs: null }
}

/** With the first folder a backup is made every day, until somebody says otherwise. */
export function saveFolder(db: WritableDb<'record'>, folder: string): void {
  write(
    db,
    sql`INSERT INTO backup_rules (only_row, folder, schedule) VALUES (1, ${folder}, 'daily')
        ON CONFLICT (only_row) DO UPDATE SET folder = excluded.folder, failure = NULL, failed_since_ms = NULL,
          schedule = CASE WHEN folder IS NULL THEN 'daily' ELSE schedule END`,
  )
}

export function saveSchedule(db: WritableDb<'record'>, schedule: BackupSchedule): void {
  write(
    db,
    sql`INSERT INTO backup_rules (only_row, schedule) VALUES (1, ${schedule})
        ON CONFLICT (only_row) DO UPDATE SET schedule = excluded.schedule`,
  )
}

/** Why no backup can be made by itself, or null that one was. A failure that goes on keeps the moment it began. */
export function saveFailure(
  db: WritableDb<'record'>,
  failure: BackupFailureCode | null,
  nowMs: number,
): void {
  write(
    db,
    sql`UPDATE backup_rules SET failure = ${failure},
          failed_since_ms = ${failure === null ? null : sql`coalesce(failed_since_ms, ${nowMs})`}
        WHERE failure IS NOT ${failure}`,
  )
}

/**
 * The one entered last first. Their dates are what the clock said, and it can be set back: by them the backup that was just
 * made could count as the oldest of all, and be rotated away at once.
 */
export function listBackups(db: ReadableDb<'record'>): StoredBackup[] {
  return readAll(
    db,
    sql`SELECT backup_id AS backupId, folder, name, made_at_ms AS madeAtMs, bytes, verified_at_ms AS verifiedAtMs,
          drilled_at_ms AS drilledAtMs, facts FROM backup ORDER BY rowid DESC`,
    storedBackupSchema,
  )
}

/** Enters a backup as the last one, also where it was on the list before. */
export function insertBackup(db: WritableDb<'record'>, backup: StoredBackup): void {
  insert(db, backup, sql`SELECT coalesce(max(rowid), 0) + 1 FROM backup`)
}

/** Enters a backup as one that was made before all that are on the list. */
export function insertEarlierBackup(db: WritableDb<'record'>, backup: StoredBackup): void {
  insert(db, backup, sql`SELECT coalesce(min(rowid), 0) - 1 FROM backup`)
}

function insert(db: WritableDb<'record'>, backup: StoredBackup, place: Query): void {
  const { backupId, folder, name, madeAtMs, bytes, verifiedAtMs, drilledAtMs, facts } = backup
  transact(db, () => {
    forgetBackup(db, folder, name)
    write(
      db,
      sql`INSERT INTO backup (rowid, backup_id, folder, name, made_at_ms, bytes, verified_at_ms, drilled_at_ms, facts)
          VALUES ((${place}), ${backupId}, ${folder}, ${name}, ${madeAtMs}, ${bytes}, ${verifiedAtMs}, ${drilledAtMs},
            ${JSON.stringify(facts)})`,
    )
  })
}

export function saveDrilled(db: WritableDb<'record'>, backupId: BackupId, drilledAtMs: number): void {
  write(db, sql`UPDATE backup SET drilled_at_ms = ${drilledAtMs} WHERE backup_id = ${backupId}`)
}

export function forgetBackup(db: WritableDb<'record'>, folder: string, name: string): void {
  write(db, sql`DELETE FROM backup WHERE folder = ${folder} AND name = ${name}`)
}
