import { closeSync, constants, openSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Restored } from '../../../shared/ipc/backup-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { isWhole } from '../vault/connect.ts'
import type { Header } from '../vault/header.ts'
import {
  privateKeyUnder,
  unwrapKeys,
  forgetKeys,
  type AuthorKeys,
  type RandomBytes,
  type Secret,
} from '../vault/key-slots.ts'
import { removeMigrationCopies } from '../vault/migration-copy.ts'
import { openDatabase } from '../vault/open-vault.ts'
import { nextPath, settleDatabase } from '../vault/settle-database.ts'
import { keyBytes } from '../vault/slot-key.ts'
import { StoreError } from '../vault/store-error.ts'
import { copySynced, databaseFiles, databasePath, fileMode, statOf } from '../vault/vault-files.ts'

interface Keeping {
  readonly vaultDir: string
  /** The folder that the restored vault is made in. */
  readonly making: string
  /** What the backup's header has led to. */
  readonly keys: AuthorKeys
  readonly secret: Secret
  /** The header that stands in the vault's place; null where it cannot be read, or is another vault's. */
  readonly present: Header | null
  readonly mayBeSetAside: boolean
  readonly randomBytes: RandomBytes
}

export interface KeptPrivate {
  readonly privateNotes: Restored['privateNotes']
  /** The key of private.db in the restored vault. Whoever has it zeroes it. */
  readonly key: Buffer
}

/**
 * Puts a private.db into a vault that is restored: a copy of the one that stands in its place, where a key leads to it, or an
 * empty one. No backup holds any. Fails with `private-notes-locked` where there are private notes that no key opens whole,
 * and they may not be set aside.
 */
export async function keepPrivate(
  keeping: Keeping,
): Promise<Result<KeptPrivate, { readonly code: 'private-notes-locked' }>> {
  const { vaultDir, making, mayBeSetAside, randomBytes } = keeping
  const files = privateFiles(vaultDir)
  if (files.length === 0) return succeed({ privateNotes: 'none', key: makeEmpty(making, randomBytes) })
  for (const file of files) copySynced(file, join(making, basename(file)), constants.COPYFILE_EXCL)
  const key = await findKey(keeping)
  if (key !== null) return succeed({ privateNotes: 'kept', key })
  if (!mayBeSetAside) return fail({ code: 'private-notes-locked' })
  for (const file of privateFiles(making)) rmSync(file)
  return succeed({ privateNotes: 'set-aside', key: makeEmpty(making, randomBytes) })
}

// With what a change of its key has left beside it. A link is not followed.
function privateFiles(folder: string): string[] {
  if (statOf(folder)?.isDirectory() !== true) return []
  return [databasePath(folder, 'private'), nextPath(folder, 'private')]
    .flatMap(databaseFiles)
    .filter((file) => statOf(file)?.isFile() === true)
}

/** The key that opens the copy whole. The others are zeroed. */
async function findKey({ making, keys, present, secret }: Keeping): Promise<Buffer | null> {
  const candidates: Buffer[] = [Buffer.from(keys.private)]
  if (present !== null) {
    const hanging = privateKeyUnder(present, keys.root)
    if (hanging !== null) candidates.push(hanging)
    const opened = await unwrapKeys(present, secret)
    if (opened.ok) {
      candidates.push(Buffer.from(opened.value.private))
      forgetKeys(opened.value)
    }
  }
  const right = candidates.find((key) => opensWhole(making, key)) ?? null
  for (const key of candidates) if (key !== right) key.fill(0)
  return right
}

function opensWhole(making: string, key: Buffer): boolean {
  settleDatabase(making, 'private', key)
  const opened = openDatabase('private', making, key, 'kept')
  if (!opened.ok) return false
  try {
    return isWhole(opened.value)
  } finally {
    opened.value.close()
    removeMigrationCopies(making, 'private')
  }
}

function makeEmpty(making: string, randomBytes: RandomBytes): Buffer {
  const key = randomBytes(keyBytes)
  closeSync(openSync(databasePath(making, 'private'), 'wx', fileMode))
  const opened = openDatabase('private', making, key, 'fresh')
  if (!opened.ok)
    throw new StoreError('private', opened.error.code === 'disk-full' ? 'disk-full' : 'not-writable', null)
  opened.value.close()
  return key
}
