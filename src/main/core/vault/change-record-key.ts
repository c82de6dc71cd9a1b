import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { writeFileWhole } from '../write-file.ts'
import { changeKeyOf, connect, isWhole } from './connect.ts'
import { toWritableDb, write, type WritableDb } from './database.ts'
import { writeHeader, type ReviewHeader } from './header.ts'
import { openWithKeys, type OpenVault } from './open-vault.ts'
import type { VaultKeys } from './key-slots.ts'
import { nextRecordPath, putInPlace, removeUnused, unfinishedRecordPath } from './settle-record.ts'
import { sql } from './sql.ts'
import { StoreError } from './store-error.ts'
import { diskFailureOf, type VaultFailure } from './vault-failure.ts'
import { fileMode, headerPath, syncFolder } from './vault-files.ts'

/** What another record key is to be changed to, and what is done on the way. */
export interface KeyChange {
  readonly folder: string
  /** Open under the old keys; closed when this succeeds. */
  readonly vault: OpenVault
  readonly keys: VaultKeys
  readonly newRecordKey: Buffer
  /** The header for the new key. */
  readonly header: ReviewHeader
  /** Is in the record exactly when the key was changed. */
  readonly alongside: (record: WritableDb<'record'>) => void
  readonly onStep: (step: KeyChangeStep) => void
}

export const keyChangeSteps = ['copy', 'encrypt', 'check', 'change-over'] as const
export type KeyChangeStep = (typeof keyChangeSteps)[number]

/**
 * Writes the record anew under another key and opens the vault with it. The moment that counts is when the new header has
 * its name: a crash before it leaves the old record, a crash after it the new one, and the next unlocking says which
 * (`settleRecord`). A failure before that moment leaves the vault open as it was.
 */
export function changeRecordKeyOf(change: KeyChange): Result<OpenVault, VaultFailure> {
  const { folder, vault, keys, newRecordKey, header, onStep } = change
  try {
    const written = writeAnew(change)
    if (!written.ok) {
      removeUnused(folder)
      return written
    }
    onStep('change-over')
    writeFileWhole(headerPath(folder), writeHeader(header))
  } catch (error) {
    removeUnused(folder)
    const code = error instanceof StoreError ? error.code : diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
  vault.close()
  putInPlace(folder)
  return openWithKeys(folder, { record: newRecordKey, private: keys.private }, 'kept')
}

function writeAnew({
  folder,
  vault,
  keys,
  newRecordKey,
  alongside,
  onStep,
}: KeyChange): Result<null, VaultFailure> {
  const path = unfinishedRecordPath(folder)
  removeUnused(folder)
  // SQLite would make the file readable to others; an empty one is what it writes into.
  closeSync(openSync(path, 'wx', fileMode))
  onStep('copy')
  write(vault.record, sql`VACUUM INTO ${path}`)
  onStep('encrypt')
  const changed = changeKeyOf('record', path, keys.record, newRecordKey)
  if (!changed.ok) return changed
  onStep('check')
  const connected = connect('record', path, newRecordKey)
  if (!connected.ok) return connected
  try {
    // It is about to be the only one there is.
    if (!isWhole(connected.value)) return fail({ code: 'damaged-record' })
    alongside(toWritableDb('record', connected.value))
  } finally {
    connected.value.close()
  }
  syncFile(path)
  renameSync(path, nextRecordPath(folder))
  syncFolder(folder)
  return succeed(null)
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
