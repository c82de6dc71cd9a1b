import Database from 'better-sqlite3'
import { z } from '../../../shared/zod.ts'
import { countLostTransactions, keepLog } from './broken-log.ts'
import { lacksPages } from './missing-pages.ts'
import { storeFailureOf, type Store } from './store-error.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { VaultFailure } from './vault-failure.ts'

/** A database that was created is at least one page long. */
export const pageBytes = 4_096

// Before the first access: with EXCLUSIVE set, SQLite keeps the index of the write-ahead log in memory (no -shm file),
// and a second process is turned away.
const beforeAccess = [
  'locking_mode = EXCLUSIVE',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  'foreign_keys = ON',
  'cell_size_check = ON',
  'secure_delete = ON',
  'synchronous = FULL',
]

/**
 * What becomes of a write-ahead log that is damaged before its end: the database is not opened, or it is opened as it was
 * before the damage and the log is kept beside it.
 */
export type BrokenLog = 'refused' | 'set-aside'

/**
 * Opens a database with its raw key. The file must exist, and may be empty. Its first pages are read, which proves that
 * key and file belong together and takes the lock.
 */
export function connect(
  store: Store,
  path: string,
  key: Uint8Array,
  brokenLog: BrokenLog = 'refused',
): Result<Database.Database, VaultFailure> {
  const lost = countLostTransactions(`${path}-wal`, pageBytes)
  if (lost > 0) {
    if (brokenLog === 'refused') return fail({ code: `damaged-${store}-log`, lostChanges: lost })
    keepLog(path)
  }
  return open(store, path, key, false)
}

/**
 * Opens a database that nothing is written to, not even what a crash has left in its write-ahead log: that is read where
 * it lies. While it is open no other process can write to it, and it cannot be opened while another one has it.
 */
export function connectToRead(
  store: Store,
  path: string,
  key: Uint8Array,
): Result<Database.Database, VaultFailure> {
  const lost = countLostTransactions(`${path}-wal`, pageBytes)
  return lost > 0 ? fail({ code: `damaged-${store}-log`, lostChanges: lost }) : open(store, path, key, true)
}

// Taking the lock of EXCLUSIVE is writing, for SQLite.
const beforeReading = beforeAccess.filter((setting) => !setting.startsWith('locking_mode'))

function open(
  store: Store,
  path: string,
  key: Uint8Array,
  readonly: boolean,
): Result<Database.Database, VaultFailure> {
  let database: Database.Database | undefined
  try {
    database = openKeyed(path, key, readonly)
    for (const setting of readonly ? beforeReading : beforeAccess) database.pragma(setting)
    const mode = database.pragma(readonly ? 'journal_mode' : 'journal_mode = WAL', { simple: true })
    if (mode !== 'wal') throw new Error('no write-ahead log')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (!lacksPages(database, pageBytes)) return succeed(database)
    database.close()
    return fail({ code: `damaged-${store}` })
  } catch (error) {
    database?.close()
    const code = storeFailureOf(store, error)
    if (code === null) throw error
    return fail({ code })
  }
}

/** Whether every page can be read and belongs to the others. */
export function isWhole(database: Database.Database): boolean {
  return database.pragma('quick_check(1)', { simple: true }) === 'ok'
}

/** Opens a database, reads all of it, and closes it again: it is about to be the only one there is. */
export function readOver(store: Store, path: string, key: Uint8Array): Result<null, VaultFailure> {
  const connected = connect(store, path, key)
  if (!connected.ok) return connected
  try {
    return isWhole(connected.value) ? succeed(null) : fail({ code: `damaged-${store}` })
  } finally {
    connected.value.close()
  }
}

/** `PRAGMA user_version`: the number of the last migration; 0 in an empty file. */
export function schemaVersion(database: Database.Database): number {
  return z.int().parse(database.pragma('user_version', { simple: true }))
}

function openKeyed(path: string, key: Uint8Array, readonly: boolean): Database.Database {
  const database = new Database(path, { fileMustExist: true, timeout: 0, readonly })
  database.pragma("cipher = 'sqlcipher'")
  // Without it eight bytes of page 1 stay plain, and no other SQLCipher tool opens the file.
  database.pragma('legacy = 4')
  const literal = rawKeyLiteral(key)
  database.key(literal)
  literal.fill(0)
  return database
}

// The same as in PRAGMA key = "x'…'", but in bytes that can be zeroed; a string of the key would stay in memory.
function rawKeyLiteral(key: Uint8Array): Buffer {
  const literal = Buffer.alloc(key.length * 2 + 3, "'")
  literal.write('x')
  key.forEach((byte, index) => {
    literal[2 + index * 2] = hexDigit(byte >> 4)
    literal[3 + index * 2] = hexDigit(byte & 15)
  })
  return literal
}

function hexDigit(value: number): number {
  return value < 10 ? 0x30 + value : 0x61 + value - 10
}
