/* oxlint-disable no-await-in-loop -- one database after the other */
import { renameSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { writeFileWhole } from '../write-file.ts'
import { makeAltered, type AlterCopy, type AlteringStep } from './alter-copy.ts'
import { connect } from './connect.ts'
import { toWritableDb, transact, type WritableDb } from './database.ts'
import { encryptAnew, type Encrypting, type EncryptingStep } from './encrypt-anew.ts'
import { writeHeader } from './header.ts'
import type { NewKeys } from './new-keys.ts'
import { isStillOld } from './replace-header.ts'
import { nextPath, putInPlace, removeUnused, unfinishedPath } from './settle-database.ts'
import { StoreError, type Store } from './store-error.ts'
import { isUnchanged } from './unlock-vault.ts'
import { diskFailureOf, type VaultFailure } from './vault-failure.ts'
import { databaseFiles, databasePath, headerPath, removeDatabase, statOf, syncFolder } from './vault-files.ts'

export const bothStores: readonly Store[] = ['record', 'private']

export type RenewingStep = AlteringStep | EncryptingStep

/** What becomes of a vault's databases when they get other keys. */
export interface RenewingPlan {
  /** Those that get another key. */
  readonly stores: readonly Store[]
  /**
   * Takes something away from each of them on the way: from a copy, before anything is written under the new key. Null
   * leaves every page what it is.
   */
  readonly alter: AlterCopy | null
  /**
   * What is done last, when all is written and nobody can end it any more, while the old keys count still. What it writes is in a
   * database exactly when the new keys count. What it throws leaves the vault as it was.
   */
  readonly last: (writeTo: WriteTo) => void
}

/** Writes to a new database in one transaction. Throws `StoreError`. */
export type WriteTo = <S extends Store>(store: S, work: (db: WritableDb<S>) => void) => void

/** How a renewal is watched, and ended early. */
export interface Renewing extends Pick<Encrypting, 'pause' | 'goesOn' | 'randomBytes'> {
  readonly folder: string
  readonly fresh: NewKeys
  readonly plan: RenewingPlan
  readonly onBytes: (step: RenewingStep, count: number) => void
}

type Failure = VaultFailure | { readonly code: 'cancelled' | 'change-unsettled' }

/** How many bytes some databases have together. Throws the file system's errors. */
export function countStoredBytes(folder: string, stores: readonly Store[]): number {
  return stores.reduce((sum, store) => sum + (statOf(databasePath(folder, store))?.size ?? 0), 0)
}

/**
 * Encrypts databases of a closed vault under keys that nobody had before, and makes the header that leads to them the
 * vault's. The moment that counts is when that header has its name: until then everything is as it was, also after a crash;
 * from then on the new keys count, and the next unlocking finishes what a crash has left (`settleDatabase`). Failures, each
 * with the vault as it was: `cancelled`, `in-use` (somebody else was at it), `damaged-…`, and those of the disk. With
 * `change-unsettled` the disk failed in that moment, and either keys may be what lasts: the next unlocking finds out.
 */
export async function renewKeys(renewing: Renewing): Promise<Result<null, Failure>> {
  const written = await orRemove(renewing, () => writeAll(renewing))
  if (!written.ok) return written
  // Nothing else comes to its turn from here to the end.
  const finished = await orRemove(renewing, () => finish(renewing))
  // From here on nothing that was written is taken away any more.
  return finished.ok ? changeOver(renewing) : finished
}

async function orRemove(
  { folder, plan }: Renewing,
  work: () => Result<null, Failure> | Promise<Result<null, Failure>>,
): Promise<Result<null, Failure>> {
  let done: Result<null, Failure> | null = null
  try {
    done = await work()
    return done
  } catch (error) {
    const code = error instanceof StoreError ? error.code : diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  } finally {
    if (done?.ok !== true) removeAll(folder, plan)
  }
}

async function writeAll(renewing: Renewing): Promise<Result<null, Failure>> {
  const { folder, fresh, plan } = renewing
  const { stores } = plan
  if (!isUnchanged(folder, fresh.oldHeader)) return fail({ code: 'in-use' })
  removeAll(folder, plan)
  // A log that SQLite could not bring in when it closed holds changes that would be lost.
  if (stores.some((store) => hasLog(databasePath(folder, store)))) return fail({ code: 'not-writable' })
  const before = stampAll(folder, stores)
  for (const store of stores) {
    const written = await writeStore(renewing, store)
    if (!written.ok) return written
  }
  syncFolder(folder)
  const isUntouched = isUnchanged(folder, fresh.oldHeader) && stampAll(folder, stores) === before
  return isUntouched && !stores.some((store) => hasLog(databasePath(folder, store)))
    ? succeed(null)
    : fail({ code: 'in-use' })
}

async function writeStore(renewing: Renewing, store: Store): Promise<Result<null, Failure>> {
  const { folder, plan, fresh } = renewing
  const { keys, newKeys } = fresh
  const path = databasePath(folder, store)
  const { alter } = plan
  const source =
    alter === null ? succeed(path) : await makeAltered({ ...renewing, store, key: keys[store], alter })
  if (!source.ok) return source
  const newPath = unfinishedPath(folder, store)
  // What was left out needs neither be written nor read back.
  const leftOut = Math.max(0, (statOf(path)?.size ?? 0) - (statOf(source.value)?.size ?? 0))
  renewing.onBytes('encrypt', 3 * leftOut)
  const encrypted = await encryptAnew({
    ...renewing,
    path: source.value,
    key: keys[store],
    newPath,
    newKey: newKeys[store],
  })
  if (source.value !== path) removeDatabase(source.value)
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

function finish({ folder, fresh: { newKeys }, plan, goesOn }: Renewing): Result<null, Failure> {
  if (!goesOn()) return fail({ code: 'cancelled' })
  plan.last((store, work) => {
    const path = nextPath(folder, store)
    const connected = connect(store, path, newKeys[store])
    if (!connected.ok) throw new StoreError(store, `damaged-${store}`, null)
    try {
      const db = toWritableDb(store, connected.value)
      transact(db, () => work(db))
    } finally {
      connected.value.close()
    }
    if (hasLog(path)) throw new StoreError(store, 'not-writable', null)
  })
  return succeed(null)
}

function changeOver({ folder, fresh: { header }, plan }: Renewing): Result<null, Failure> {
  const text = writeHeader(header)
  try {
    writeFileWhole(headerPath(folder), text)
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    if (!isStillOld(folder, text)) return fail({ code: 'change-unsettled' })
    removeAll(folder, plan)
    return fail({ code })
  }
  try {
    for (const store of plan.stores) putInPlace(folder, store)
  } catch (error) {
    // The new header counts: what is not in its place yet, the next unlocking puts there.
    if (diskFailureOf(error) === null) throw error
  }
  return succeed(null)
}

function removeAll(folder: string, { stores }: RenewingPlan): void {
  for (const store of stores) removeUnused(folder, store)
}

function hasLog(path: string): boolean {
  return databaseFiles(path).some((file) => file !== path && (statOf(file)?.size ?? 0) > 0)
}

/** Tells whether another program wrote to a database in the meantime. */
function stampAll(folder: string, stores: readonly Store[]): string {
  return JSON.stringify(
    stores.map((store) => {
      const stat = statOf(databasePath(folder, store))
      return [stat?.ino, stat?.size, stat?.mtimeMs]
    }),
  )
}
