import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { writeFileWhole } from '../write-file.ts'
import { changeKeyOf, connect, isWhole } from './connect.ts'
import { toWritableDb, write, type WritableDb } from './database.ts'
import { writeHeader, type Header, type NewestHeader } from './header.ts'
import type { VaultKeys } from './key-slots.ts'
import { openWithKeys, type OpenVault } from './open-vault.ts'
import { alteredPath, nextPath, putInPlace, removeUnused, unfinishedPath } from './settle-database.ts'
import { sql } from './sql.ts'
import { StoreError, type Store } from './store-error.ts'
import { isUnchanged } from './unlock-vault.ts'
import { diskFailureOf, type VaultFailure } from './vault-failure.ts'
import { databaseFiles, fileMode, headerPath, syncFolder } from './vault-files.ts'

/** Of which database another key is to be made, and what is done on the way. */
export interface KeyChange<S extends Store> {
  readonly folder: string
  readonly store: S
  /** Open under the old keys; closed when this succeeds. */
  readonly vault: OpenVault
  readonly keys: VaultKeys
  readonly newKeys: VaultKeys
  /** The header that gave the keys. */
  readonly oldHeader: Header
  /** The one for the new keys. */
  readonly header: NewestHeader
  /**
   * Changes the copy while it is under the old key. What it writes is in the database exactly when the key was changed; what
   * it takes away was never on the disk under the new key.
   */
  readonly alter: (copy: WritableDb<S>) => void
  /**
   * Whether the altered copy is copied once more, row by row: what was taken away is then in no page of it. SQLite would
   * write it anew in memory, where the record of twenty years has no place.
   */
  readonly compacts?: boolean
  readonly onStep: (step: KeyChangeStep) => void
}

export const keyChangeSteps = ['copy', 'encrypt', 'check', 'change-over'] as const
export type KeyChangeStep = (typeof keyChangeSteps)[number]

/**
 * Writes one database anew under another key and opens the vault with it. The moment that counts is when the new header has
 * its name: a crash before it leaves the old database, a crash after it the new one, and the next unlocking says which
 * (`settleDatabase`). A failure before that moment leaves the vault open as it was.
 */
export function changeKey<S extends Store>(change: KeyChange<S>): Result<OpenVault, VaultFailure> {
  const { folder, store, vault, newKeys, oldHeader, header, onStep } = change
  if (!isUnchanged(folder, oldHeader)) return fail({ code: 'in-use' })
  try {
    const written = writeAnew(change)
    if (!written.ok) {
      removeUnused(folder, store)
      return written
    }
  } catch (error) {
    removeUnused(folder, store)
    return failureOf(error)
  }
  onStep('change-over')
  const text = writeHeader(header)
  try {
    writeFileWhole(headerPath(folder), text)
  } catch (error) {
    if (isStillOld(folder, text)) removeUnused(folder, store)
    // It may or may not last: both databases are kept, and the next unlocking finds the one that it opens.
    else vault.close()
    return failureOf(error)
  }
  vault.close()
  putInPlace(folder, store)
  return openWithKeys(folder, newKeys, 'kept')
}

function writeAnew<S extends Store>(change: KeyChange<S>): Result<null, VaultFailure> {
  const { folder, store, keys, newKeys, onStep } = change
  const path = unfinishedPath(folder, store)
  removeUnused(folder, store)
  onStep('copy')
  const altered = copyAltered(change, path)
  if (!altered.ok) return altered
  onStep('encrypt')
  const changed = changeKeyOf(store, path, keys[store], newKeys[store])
  if (!changed.ok) return changed
  onStep('check')
  const checked = check(store, path, newKeys[store])
  if (!checked.ok) return checked
  syncFile(path)
  renameSync(path, nextPath(folder, store))
  syncFolder(folder)
  return succeed(null)
}

function copyAltered<S extends Store>(change: KeyChange<S>, path: string): Result<null, VaultFailure> {
  const { folder, store, vault, compacts = false } = change
  const first = compacts ? alteredPath(folder, store) : path
  copyInto(vault[store], first)
  const altered = alterCopy(change, first, compacts ? path : null)
  if (compacts) for (const file of databaseFiles(first)) rmSync(file, { force: true })
  return altered
}

function copyInto(db: WritableDb<Store>, path: string): void {
  // SQLite would make the file readable to others; an empty one is what it writes into.
  closeSync(openSync(path, 'wx', fileMode))
  write(db, sql`VACUUM INTO ${path}`)
}

function alterCopy<S extends Store>(
  { store, keys, alter }: KeyChange<S>,
  path: string,
  into: string | null,
): Result<null, VaultFailure> {
  const connected = connect(store, path, keys[store])
  if (!connected.ok) return connected
  try {
    const copy = toWritableDb(store, connected.value)
    alter(copy)
    if (into !== null) copyInto(copy, into)
  } finally {
    connected.value.close()
  }
  return succeed(null)
}

// It is about to be the only one there is.
function check(store: Store, path: string, key: Uint8Array): Result<null, VaultFailure> {
  const connected = connect(store, path, key)
  if (!connected.ok) return connected
  try {
    return isWhole(connected.value) ? succeed(null) : fail({ code: `damaged-${store}` })
  } finally {
    connected.value.close()
  }
}

/** Whether it is certain that the new header did not get its name. */
export function isStillOld(folder: string, text: string): boolean {
  try {
    return readFileSync(headerPath(folder), 'utf8') !== text
  } catch {
    return false
  }
}

function failureOf(error: unknown): Result<never, VaultFailure> {
  const code = error instanceof StoreError ? error.code : diskFailureOf(error)
  if (code === null) throw error
  return fail({ code })
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
