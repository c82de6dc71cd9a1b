import { renameSync, rmSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { encryptAnew } from '../vault/encrypt-anew.ts'
import { hangKeys, slotsOf } from '../vault/hang-keys.ts'
import { isAuthentic, type Header, type NewestHeader } from '../vault/header.ts'
import type { AuthorKeys, RandomBytes } from '../vault/key-slots.ts'
import { changeRecordKey } from '../vault/reviewer-slots.ts'
import { unfinishedPath } from '../vault/settle-database.ts'
import { keyBytes } from '../vault/slot-key.ts'
import { databasePath } from '../vault/vault-files.ts'
import type { Task } from './task.ts'

interface Restored {
  /** In which the restored record lies, closed. */
  readonly folder: string
  /** The backup's. */
  readonly header: Header
  /** Those of the backup, with the key that private.db has now. */
  readonly keys: AuthorKeys
  /** The header that stands in the vault's place; null where it cannot be read, or is another vault's. */
  readonly present: Header | null
  readonly randomBytes: RandomBytes
  readonly task: Task
}

/**
 * The header of a restored vault. A reviewer who was revoked since the backup does not come in again by it. Where the record has had
 * another key since, somebody may have the backup's who is not to read what is written from now on, also whom the backup does not
 * know: let in after it and revoked. So the record gets a key of its own then, and nobody's old one comes back. Fails with
 * `damaged-record`; throws the file system's errors and `Cancelled`.
 */
export async function lockOutRevoked(
  restored: Restored,
): Promise<Result<NewestHeader, { readonly code: 'damaged-record' }>> {
  const { header, keys, present, randomBytes } = restored
  const slots = slotsOf(header)
  const staying = withoutRevoked(slots, present)
  const next = hangKeys(header.vaultId, staying, keys, randomBytes)
  const isKeyOfNow = present === null || isAuthentic(present, keys.record)
  if (isKeyOfNow && staying.length === slots.length) return succeed(next)
  const key = randomBytes(keyBytes)
  try {
    if (!(await encryptRecord(restored, key))) return fail({ code: 'damaged-record' })
    return succeed(changeRecordKey(next, { ...keys, record: key }, null, randomBytes))
  } finally {
    key.fill(0)
  }
}

function withoutRevoked(slots: NewestHeader['slots'], present: Header | null): NewestHeader['slots'] {
  if (present === null) return slots
  const stillThere = new Set(present.slots.map(({ id }) => id))
  return slots.filter(({ kind, id }) => kind !== 'reviewer' || stillThere.has(id))
}

async function encryptRecord(
  { folder, keys, randomBytes, task }: Restored,
  newKey: Buffer,
): Promise<boolean> {
  const path = databasePath(folder, 'record')
  const newPath = unfinishedPath(folder, 'record')
  const encrypted = await encryptAnew({
    path,
    key: keys.record,
    newPath,
    newKey,
    randomBytes,
    onBytes: () => undefined,
    async pause() {
      await new Promise<void>((resolve) => void setImmediate(resolve))
      task.check()
    },
    goesOn: () => true,
  })
  if (!encrypted.ok) return false
  rmSync(path)
  renameSync(newPath, path)
  return true
}
