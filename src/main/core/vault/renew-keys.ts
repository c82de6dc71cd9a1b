/* oxlint-disable no-await-in-loop -- one database after the other */
import { renameSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { writeFileWhole } from '../write-file.ts'
import { isStillOld } from './change-key.ts'
import { connect } from './connect.ts'
import { encryptAnew, type Encrypting } from './encrypt-anew.ts'
import { writeHeader } from './header.ts'
import type { NewKeys } from './new-keys.ts'
import { nextPath, putInPlace, removeUnused, unfinishedPath } from './settle-database.ts'
import { StoreError, type Store } from './store-error.ts'
import { isUnchanged } from './unlock-vault.ts'
import { diskFailureOf, type VaultFailure } from './vault-failure.ts'
import { databaseFiles, databasePath, headerPath, statOf, syncFolder } from './vault-files.ts'

const stores: readonly Store[] = ['record', 'private']

/** How a renewal is watched, and ended early. */
export interface Renewing extends Pick<Encrypting, 'onBytes' | 'pause' | 'goesOn' | 'randomBytes'> {
  readonly folder: string
  readonly fresh: NewKeys
}

type Failure = VaultFailure | { readonly code: 'cancelled' | 'change-unsettled' }

/** How many bytes the databases have together. Throws the file system's errors. */
export function countStoredBytes(folder: string): number {
  return stores.reduce((sum, store) => sum + (statOf(databasePath(folder, store))?.size ?? 0), 0)
}

/**
 * Encrypts both databases of a closed vault under keys that nobody had before, and makes the header that leads to them the
 * vault's. The moment that counts is when that header has its name: until then everything is as it was, also after a crash;
 * from then on the new keys count, and the next unlocking finishes what a crash has left (`settleDatabase`). Failures, each
 * with the vault as it was: `cancelled`, `in-use` (somebody else was at it), `damaged-…`, and those of the disk. With
 * `change-unsettled` the disk failed in that moment, and either keys may be what lasts: the next unlocking finds out.
 */
export async function renewKeys(renewing: Renewing): Promise<Result<null, Failure>> {
  const { folder, fresh, goesOn } = renewing
  const written = await writeOrRemove(renewing)
  if (written.ok && !goesOn()) {
    removeAll(folder)
    return fail({ code: 'cancelled' })
  }
  // Nothing else comes to its turn from here to the end, and nothing that was written is taken away any more.
  return written.ok ? changeOver(folder, fresh) : written
}

async function writeOrRemove(renewing: Renewing): Promise<Result<null, Failure>> {
  let written: Result<null, Failure> | null = null
  try {
    written = await writeAll(renewing)
    return written
  } catch (error) {
    const code = error instanceof StoreError ? error.code : diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  } finally {
    if (written?.ok !== true) removeAll(renewing.folder)
  }
}

async function writeAll(renewing: Renewing): Promise<Result<null, Failure>> {
  const { folder, fresh } = renewing
  removeAll(folder)
  // A log that SQLite could not bring in when it closed holds changes that would be lost.
  if (stores.some((store) => hasLog(folder, store))) return fail({ code: 'not-writable' })
  const before = stampAll(folder)
  for (const store of stores) {
    const written = await writeStore(renewing, store)
    if (!written.ok) return written
  }
  syncFolder(folder)
  const isUntouched = isUnchanged(folder, fresh.oldHeader) && stampAll(folder) === before
  return isUntouched && !stores.some((store) => hasLog(folder, store))
    ? succeed(null)
    : fail({ code: 'in-use' })
}

async function writeStore(
  { folder, fresh: { keys, newKeys }, ...watch }: Renewing,
  store: Store,
): Promise<Result<null, Failure>> {
  const newPath = unfinishedPath(folder, store)
  const encrypted = await encryptAnew({
    ...watch,
    path: databasePath(folder, store),
    key: keys[store],
    newPath,
    newKey: newKeys[store],
  })
  if (!encrypted.ok) {
    const { code } = encrypted.error
    return code === 'cancelled' ? fail({ code }) : fail({ code: `damaged-${store}` })
  }
  // What wrote it is not what will read it.
  const connected = connect(store, newPath, newKeys[store])
  if (!connected.ok) return connected
  connected.value.close()
  renameSync(newPath, nextPath(folder, store))
  return succeed(null)
}

function changeOver(folder: string, { header }: NewKeys): Result<null, Failure> {
  const text = writeHeader(header)
  try {
    writeFileWhole(headerPath(folder), text)
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    if (!isStillOld(folder, text)) return fail({ code: 'change-unsettled' })
    removeAll(folder)
    return fail({ code })
  }
  try {
    for (const store of stores) putInPlace(folder, store)
  } catch (error) {
    // The new header counts: what is not in its place yet, the next unlocking puts there.
    if (diskFailureOf(error) === null) throw error
  }
  return succeed(null)
}

function removeAll(folder: string): void {
  for (const store of stores) removeUnused(folder, store)
}

function hasLog(folder: string, store: Store): boolean {
  const path = databasePath(folder, store)
  return databaseFiles(path).some((file) => file !== path && (statOf(file)?.size ?? 0) > 0)
}

/** Tells whether another program wrote to a database in the meantime. */
function stampAll(folder: string): string {
  return JSON.stringify(
    stores.map((store) => {
      const stat = statOf(databasePath(folder, store))
      return [stat?.ino, stat?.size, stat?.mtimeMs]
    }),
  )
}
