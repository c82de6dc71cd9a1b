import { rmSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { connectToRead, pageBytes, schemaVersion } from './connect.ts'
import { toReadableDb, type ReadableDb } from './database.ts'
import type { Secret } from './key-slots.ts'
import { recordMigrations } from './migrations/record-migrations.ts'
import { nextPath } from './settle-database.ts'
import { withKeys } from './unlock-vault.ts'
import { diskFailureOf, type VaultFailure } from './vault-failure.ts'
import { databasePath, isNothing, statOf } from './vault-files.ts'

/** The record of a vault that nothing is written to. */
export interface RecordToRead {
  readonly record: ReadableDb<'record'>
  close(): void
}

/**
 * Opens record.db to read it alone, and private.db not at all: no byte of a file of the vault changes, rights included.
 * Fails like `unlockVault`, and with `older-version` where the tables would first have to be migrated.
 */
export async function openRecordToRead(
  folder: string,
  secret: Secret,
): Promise<Result<RecordToRead, VaultFailure>> {
  try {
    if (isNothing(folder)) return fail({ code: 'no-vault' })
    return await withKeys(folder, secret, (keys) => openRecord(folder, keys.record))
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}

// Where a change of the key was cut short, the new record may not have its place yet.
function openRecord(folder: string, key: Uint8Array): Result<RecordToRead, VaultFailure> {
  const opened = openAt(databasePath(folder, 'record'), key)
  const next = nextPath(folder, 'record')
  if (opened.ok || opened.error.code !== 'damaged-record' || statOf(next) === null) return opened
  return openAt(next, key)
}

function openAt(path: string, key: Uint8Array): Result<RecordToRead, VaultFailure> {
  const stat = statOf(path)
  if (stat === null) return fail({ code: 'missing-record' })
  // As when the vault is opened: a link is not followed, and a file that is too short holds nothing any more.
  if (!stat.isFile() || stat.size < pageBytes) return fail({ code: 'damaged-record' })
  const beside = [`${path}-shm`, `${path}-wal`].filter((file) => statOf(file) === null)
  const connected = connectToRead('record', path, key)
  if (!connected.ok) return connected
  const database = connected.value
  const close = () => {
    // Before the lock is let go of: afterwards they could be another process's.
    beside.forEach(removeWhatReadingLeaves)
    database.close()
  }
  const version = schemaVersion(database)
  if (version === recordMigrations.length) return succeed({ record: toReadableDb('record', database), close })
  close()
  return fail({ code: version > recordMigrations.length ? 'newer-version' : 'older-version' })
}

/** SQLite puts an index and an empty write-ahead log beside a database in order to read it. Both hold nothing. */
function removeWhatReadingLeaves(file: string): void {
  if (file.endsWith('-wal') && statOf(file)?.size !== 0) return
  try {
    rmSync(file, { force: true })
  } catch {
    // Windows lets nobody take away what is open; the next opening does.
  }
}
