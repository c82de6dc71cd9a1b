import type Database from 'better-sqlite3'
import { hkdfSync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from '../../../shared/zod.ts'
import { keyBytes } from './slot-key.ts'
import { StoreError, storeFailureOf } from './store-error.ts'
import { errorCode } from './vault-failure.ts'

/** The file of an open record, for whoever copies it as it is. Nothing in it is decrypted. */
export interface RecordFile {
  /** What a backup is sealed with. Zeroed when the vault is closed. */
  readonly backupKey: Buffer
  /**
   * Writes what is in the log into the file, and keeps the file as it is then: what is written from now on stays in the log
   * until `letChange`. Returns how many bytes it has. Throws `StoreError`.
   */
  hold(): number
  letChange(): void
  /** Fills a buffer with the bytes from a position on, which is a multiple of a megabyte. Throws `StoreError`. */
  read(into: Uint8Array, position: number): void
  /** To be called once the database is closed, and not before. */
  close(): void
}

/** SQLite's own default: how many pages the log may have before they go into the file. */
const logPages = 1_000
const lockByte = 2 ** 30
const lockPageBytes = 4_096
const backupInfo = 'circlekeeper-backup 1 mac'
const checkpointSchema = z.tuple([z.object({ busy: z.literal(0) })])

/** The key that a backup is sealed with, which leads to nothing else. The caller zeroes it. */
export function deriveBackupKey(recordKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', recordKey, Buffer.alloc(0), backupInfo, keyBytes))
}

export function openRecordFile(database: Database.Database, recordKey: Uint8Array): RecordFile {
  // Opened once and closed after the database: where a process closes any descriptor of a file, POSIX takes all of its locks
  // on that file away, SQLite's too.
  let file: number | null = null
  const backupKey = deriveBackupKey(recordKey)
  return {
    backupKey,
    hold: () =>
      guarded(() => {
        database.pragma('wal_autocheckpoint = 0')
        const checkpoint = checkpointSchema.safeParse(database.pragma('wal_checkpoint(TRUNCATE)'))
        if (!checkpoint.success) throw new StoreError('record', 'in-use', null)
        file ??= openSync(database.name, 'r')
        return fstatSync(file).size
      }),
    letChange() {
      if (database.open) database.pragma(`wal_autocheckpoint = ${logPages}`)
    },
    read: (into, position) =>
      guarded(() => {
        if (file === null) throw new Error('a record that is not held')
        fill(file, into, position)
      }),
    close() {
      backupKey.fill(0)
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

// SQLite locks bytes of one page, which Windows then lets nobody read; it is never used, and holds nothing.
function fill(file: number, into: Uint8Array, position: number): void {
  let done = 0
  if (position === lockByte) {
    done = Math.min(lockPageBytes, into.length)
    into.fill(0, 0, done)
  }
  while (done < into.length) {
    const count = readSync(file, into, done, into.length - done, position + done)
    if (count === 0) throw new StoreError('record', 'damaged-record', null)
    done += count
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StoreError) throw error
    const code = storeFailureOf('record', error)
    if (code !== null) throw new StoreError('record', code, error)
    // A disk that cannot read the record back.
    if (errorCode(error) === 'EIO') throw new StoreError('record', 'damaged-record', error)
    throw error
  }
}
