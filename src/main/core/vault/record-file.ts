import type Database from 'better-sqlite3'
import { hkdfSync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from '../../../shared/zod.ts'
import { pageBytes } from './connect.ts'
import { createPageCipher, everyPage, isUnwritten, saltBytes, type PageCipher } from './page-cipher.ts'
import { keyBytes } from './slot-key.ts'
import { StoreError, storeFailureOf } from './store-error.ts'
import { errorCode } from './vault-failure.ts'

/** The file of an open record, for whoever copies it as it is. Its pages are proved, and not decrypted. */
export interface RecordFile {
  /** What a backup is sealed with. Zeroed when the vault is closed. */
  readonly backupKey: Buffer
  /**
   * Writes what is in the log into the file, and keeps the file as it is then: what is written from now on stays in the log
   * until `letChange`. Returns how many bytes it has. Throws `StoreError`.
   */
  hold(): number
  letChange(): void
  /**
   * Fills a buffer with the bytes from a position on, which is a multiple of a megabyte. Throws `StoreError`, `damaged-record`
   * where a page is not as it was written: a copy of damage must not take the place of one that is whole. To be read from the
   * start on after each `hold`.
   */
  read(into: Uint8Array, position: number): void
  /** To be called once the database is closed, and not before. */
  close(): void
}

/** SQLite's own default: how many pages the log may have before they go into the file. */
const logPages = 1_000
const lockByte = 2 ** 30
const backupInfo = 'circlekeeper-backup 1 mac'
const checkpointSchema = z.tuple([z.object({ busy: z.literal(0) })])
const freeSchema = z.tuple([z.object({ freelist_count: z.int() })])

/** The key that a backup is sealed with, which leads to nothing else. The caller zeroes it. */
export function deriveBackupKey(recordKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', recordKey, Buffer.alloc(0), backupInfo, keyBytes))
}

export function openRecordFile(database: Database.Database, recordKey: Uint8Array): RecordFile {
  // Opened once and closed after the database: where a process closes any descriptor of a file, POSIX takes all of its locks
  // on that file away, SQLite's too.
  let file: number | null = null
  let cipher: PageCipher | null = null
  let mayBeEmpty = 0
  const key = Buffer.from(recordKey)
  const backupKey = deriveBackupKey(recordKey)
  return {
    backupKey,
    hold: () =>
      guarded(() => {
        const checkpoint = checkpointSchema.safeParse(database.pragma('wal_checkpoint(TRUNCATE)'))
        if (!checkpoint.success) throw new StoreError('record', 'in-use', null)
        file ??= openSync(database.name, 'r')
        const { size: bytes } = fstatSync(file)
        if (bytes === 0 || bytes % pageBytes !== 0) throw new StoreError('record', 'damaged-record', null)
        // Each time: a salt that has changed since leads to no key.
        cipher?.close()
        cipher = createPageCipher(key, readSalt(file))
        mayBeEmpty = countEmpty(database, bytes)
        database.pragma('wal_autocheckpoint = 0')
        return bytes
      }),
    letChange() {
      if (database.open) database.pragma(`wal_autocheckpoint = ${logPages}`)
    },
    read: (into, position) =>
      guarded(() => {
        if (file === null || cipher === null) throw new Error('a record that is not held')
        fill(file, into, position)
        mayBeEmpty -= countUnwritten(into, position, cipher)
        if (mayBeEmpty < 0) throw new StoreError('record', 'damaged-record', null)
      }),
    close() {
      key.fill(0)
      backupKey.fill(0)
      cipher?.close()
      if (file !== null) closeSync(file)
      file = null
      cipher = null
    },
  }
}

function readSalt(file: number): Buffer {
  const salt = Buffer.alloc(saltBytes)
  fill(file, salt, 0)
  return salt
}

/** How many pages nothing has to be written to: those that are free, and the one that SQLite locks. */
function countEmpty(database: Database.Database, bytes: number): number {
  const [{ freelist_count: free }] = freeSchema.parse(database.pragma('freelist_count'))
  return free + (bytes > lockByte ? 1 : 0)
}

/** How many of the pages nothing was written to. Throws `StoreError` where one is not as it was written. */
function countUnwritten(pages: Uint8Array, position: number, cipher: PageCipher): number {
  let count = 0
  const areWhole = everyPage(
    Buffer.from(pages.buffer, pages.byteOffset, pages.length),
    position,
    (page, number) => {
      if (!isUnwritten(page, number)) return cipher.isWhole(page, number)
      count += 1
      return true
    },
  )
  if (!areWhole) throw new StoreError('record', 'damaged-record', null)
  return count
}

// SQLite locks bytes of one page, which Windows then lets nobody read; it is never used, and holds nothing.
function fill(file: number, into: Uint8Array, position: number): void {
  let done = 0
  if (position === lockByte) {
    done = Math.min(pageBytes, into.length)
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
