import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { connect, pageBytes, schemaVersion, type BrokenLog } from './connect.ts'
import { toWritableDb, type WritableDb } from './database.ts'
import { keepHeader, type KeptHeader } from './keep-header.ts'
import type { VaultKeys } from './key-slots.ts'
import { migrate } from './migrate.ts'
import { copyBeforeMigrating, removeMigrationCopies } from './migration-copy.ts'
import type { Migration } from './migrations/migration.ts'
import { privateMigrations } from './migrations/private-migrations.ts'
import { recordMigrations } from './migrations/record-migrations.ts'
import { openFileProof, type FileProof } from './file-proof.ts'
import { openRecordFile, type RecordFile } from './record-file.ts'
import { storeFailureOf, type Store } from './store-error.ts'
import { closeToOthers, databaseFiles, databasePath, fileMode, statOf } from './vault-files.ts'
import type { VaultFailure } from './vault-failure.ts'

/** An unlocked vault. The two handles are of different types: what is given one cannot reach the other. */
export interface OpenVault {
  readonly role: 'author'
  readonly record: WritableDb<'record'>
  readonly private: WritableDb<'private'>
  /** The record's file, which a backup is a copy of. */
  readonly recordFile: RecordFile
  /** What tells of the bytes of a file whether they were written under either key. */
  readonly proofs: readonly FileProof[]
  readonly header: KeptHeader
  isOpen(): boolean
  /** Closes both databases, whose keys SQLite then wipes. A second call does nothing. */
  close(): void
}

const migrationsOf: Readonly<Record<Store, readonly Migration[]>> = {
  record: recordMigrations,
  private: privateMigrations,
}

/**
 * `fresh`: the files were just made and are empty. `kept`: they hold what people wrote, so an empty one is damaged.
 * `reviewed`: the same, and an older one is left as it is.
 */
export type Origin = 'fresh' | 'kept' | 'reviewed'

/** Opens both databases of a folder and migrates them. The keys stay the caller's, to be forgotten right after. */
export function openWithKeys(
  folder: string,
  keys: VaultKeys,
  origin: Origin,
  brokenLog?: BrokenLog,
): Result<OpenVault, VaultFailure> {
  const record = openDatabase('record', folder, keys.record, origin, brokenLog)
  if (!record.ok) return record
  const privateStore = openDatabase('private', folder, keys.private, origin, brokenLog)
  if (!privateStore.ok) {
    record.value.close()
    return privateStore
  }
  const recordFile = openRecordFile(record.value, keys.record)
  const proofs = (['record', 'private'] as const).map((store) =>
    openFileProof(databasePath(folder, store), keys[store]),
  )
  return succeed({
    role: 'author',
    record: toWritableDb('record', record.value),
    private: toWritableDb('private', privateStore.value),
    recordFile,
    proofs,
    header: keepHeader(folder, keys.record),
    isOpen: () => record.value.open,
    close() {
      record.value.close()
      recordFile.close()
      privateStore.value.close()
      for (const proof of proofs) proof.close()
    },
  })
}

/** Opens one database of a folder, and migrates it unless it is only reviewed. */
export function openDatabase(
  store: Store,
  folder: string,
  key: Uint8Array,
  origin: Origin,
  brokenLog?: BrokenLog,
): Result<Database.Database, VaultFailure> {
  const path = databasePath(folder, store)
  const stat = statOf(path)
  if (stat === null) return fail({ code: `missing-${store}` })
  // SQLite takes a file that is too short for a new database; taking it over would hide that everything is lost.
  if (origin !== 'fresh' && stat.size < pageBytes) return fail({ code: `damaged-${store}` })
  // A link would make SQLite write somewhere else, so it is never followed.
  const files = databaseFiles(path)
  if (files.some((file) => statOf(file)?.isFile() === false)) return fail({ code: `damaged-${store}` })
  for (const file of files) closeToOthers(file, fileMode)
  const connected = connect(store, path, key, brokenLog)
  if (!connected.ok) return connected
  const kept = origin === 'kept' ? keepOlder(store, folder, key, connected.value) : connected
  if (!kept.ok) return kept
  const database = kept.value
  let migrated: Result<null, VaultFailure> | undefined
  try {
    migrated = bringUpToDate(store, database, origin)
  } finally {
    if (migrated?.ok !== true) database.close()
  }
  return migrated.ok ? kept : migrated
}

/** The same database, opened anew where it is of an older schema: a copy of it lies beside it then. */
function keepOlder(
  store: Store,
  folder: string,
  key: Uint8Array,
  database: Database.Database,
): Result<Database.Database, VaultFailure> {
  try {
    const version = schemaVersion(database)
    const newest = migrationsOf[store].length
    // Opened well with the schema that it has: nobody goes back to the one before.
    if (version === newest) removeMigrationCopies(folder, store)
    if (version === 0 || version >= newest) return succeed(database)
    // All of it is in the file then, which can be copied once it is closed.
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    const copied = copyBeforeMigrating(folder, store, key, version)
    return copied.ok ? connect(store, databasePath(folder, store), key) : copied
  } catch (error) {
    database.close()
    const code = storeFailureOf(store, error)
    if (code === null) throw error
    return fail({ code })
  }
}

// A full disk has no room to move it into: it stays as it is, and a session that was running can be gone on with.
function beginLogAnew(store: Store, database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (storeFailureOf(store, error) !== 'disk-full') throw error
  }
}

function bringUpToDate(
  store: Store,
  database: Database.Database,
  origin: Origin,
): Result<null, VaultFailure> {
  try {
    const version = schemaVersion(database)
    const newest = migrationsOf[store].length
    if (origin !== 'fresh' && version === 0) return fail({ code: `damaged-${store}` })
    if (origin === 'reviewed' && version < newest) return fail({ code: 'older-version' })
    // What a crash left in the log goes into the database, and the log begins anew: behind its end stands nothing then that
    // a later crash could bring back, or that could be taken for damage.
    if (origin === 'kept') beginLogAnew(store, database)
    return migrate(database, migrationsOf[store])
  } catch (error) {
    const code = storeFailureOf(store, error)
    if (code === null) throw error
    return fail({ code })
  }
}
