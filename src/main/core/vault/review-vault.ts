import type { PersonId } from '../../../shared/ids.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { toReviewedDb, type WritableDb } from './database.ts'
import { openFileProof, type FileProof } from './file-proof.ts'
import { isAuthentic } from './header.ts'
import { openDatabase } from './open-vault.ts'
import { openAsReviewer } from './reviewer-slots.ts'
import { settleDatabase } from './settle-database.ts'
import { readHeaderOf } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'
import { databasePath, isNothing } from './vault-files.ts'

/**
 * A vault as a reviewer has it: the record, and nothing that leads to private.db. Writes are refused by SQLite but for
 * those in `lettingWrite`.
 */
export interface ReviewedVault {
  readonly role: 'reviewer'
  /** The facilitator whom the slot was made for. */
  readonly personId: PersonId
  readonly slotId: string
  readonly record: WritableDb<'record'>
  /** What tells of the bytes of a file whether they were written under the record's key. */
  readonly proofs: readonly FileProof[]
  /** Closes the record, whose key SQLite then wipes. A second call does nothing. */
  close(): void
}

/**
 * Opens the record of a vault with a reviewer's passphrase. private.db is not looked at: there is no key for it here.
 * Fails like `unlockVault`, and with `older-version` where the author has to open it with this program first.
 */
export async function reviewVault(
  folder: string,
  passphrase: string,
): Promise<Result<ReviewedVault, VaultFailure>> {
  return onDisk<ReviewedVault, VaultFailure>(async () =>
    isNothing(folder) ? fail({ code: 'no-vault' }) : openRecord(folder, passphrase),
  )
}

/** Whether a passphrase opens this slot, without opening it. Takes as long as unlocking. */
export async function checkReviewer(folder: string, slotId: string, passphrase: string): Promise<boolean> {
  const header = readHeaderOf(folder)
  if (!header.ok) return false
  const entry = await openAsReviewer(header.value, passphrase)
  if (entry === null) return false
  const isRight = entry.slot.id === slotId && isAuthentic(header.value, entry.record)
  entry.record.fill(0)
  return isRight
}

async function openRecord(folder: string, passphrase: string): Promise<Result<ReviewedVault, VaultFailure>> {
  const header = readHeaderOf(folder)
  if (!header.ok) return header
  const entry = await openAsReviewer(header.value, passphrase)
  if (entry === null) return fail({ code: 'wrong-secret' })
  const { slot, record: key } = entry
  try {
    if (!isAuthentic(header.value, key)) return fail({ code: 'damaged-header' })
    settleDatabase(folder, 'record', key)
    const opened = openDatabase('record', folder, key, 'reviewed')
    if (!opened.ok) return opened
    const database = opened.value
    const proof = openFileProof(databasePath(folder, 'record'), key)
    return succeed({
      role: 'reviewer',
      personId: slot.personId,
      slotId: slot.id,
      record: toReviewedDb(database),
      proofs: [proof],
      close() {
        database.close()
        proof.close()
      },
    })
  } finally {
    key.fill(0)
  }
}
