/* oxlint-disable no-await-in-loop -- one slice after the other is the point */
import { closeSync, openSync, readSync, truncateSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { connect, pageBytes, readOver } from './connect.ts'
import { toWritableDb, write, type WritableDb } from './database.ts'
import { alteredPath, compactedPath } from './settle-database.ts'
import { sql } from './sql.ts'
import { StoreError, storeFailureOf, type Store } from './store-error.ts'
import { diskFailureOf, type VaultFailure } from './vault-failure.ts'
import { databasePath, fileMode, removeDatabase, statOf } from './vault-files.ts'

/** A copy of a database that is to be altered, and where what is left of it goes: an empty file of our own. */
export interface CopyToAlter {
  readonly store: Store
  readonly path: string
  readonly into: string
  readonly key: Uint8Array
}

export type Altered = Result<null, VaultFailure>

/** Alters a copy and writes what is left of it anew (`writeAltered`), in another thread where it may take long. */
export type AlterCopy = (copy: CopyToAlter) => Promise<Altered>

export const alteringSteps = ['copy', 'alter'] as const
export type AlteringStep = (typeof alteringSteps)[number]

/** How a copy is made and altered. */
export interface AlteringCopy {
  readonly folder: string
  readonly store: Store
  readonly key: Buffer
  readonly alter: AlterCopy
  /** Of `alter`, the bytes of the database that is left: at most those that there were. */
  readonly onBytes: (step: AlteringStep, count: number) => void
  readonly pause: () => Promise<void>
  readonly goesOn: () => boolean
}

type Failure = VaultFailure | { readonly code: 'cancelled' }

const sliceBytes = 256 * pageBytes
const lookEveryMs = 25

/**
 * Copies a closed database, has the copy altered and what is left of it copied once more, row by row, under the key that it has:
 * what was taken away is then in no page. Answers the path of that, which is the caller's to take away. SQLite does each in
 * one call that cannot be ended; whoever ends this takes away what it reads, and then it ends by itself within a page or two.
 * Throws the file system's errors.
 */
export async function makeAltered(altering: AlteringCopy): Promise<Result<string, Failure>> {
  const { folder, store, key, alter, goesOn } = altering
  const copy: CopyToAlter = {
    store,
    key,
    path: alteredPath(folder, store),
    into: compactedPath(folder, store),
  }
  if (!(await copyInto(altering, copy.path))) return fail({ code: 'cancelled' })
  // SQLite would make the file readable to others; an empty one is what it writes into.
  closeSync(openSync(copy.into, 'wx', fileMode))
  const altered = await watched(altering, copy, alter(copy))
  removeDatabase(copy.path)
  if (!goesOn()) return fail({ code: 'cancelled' })
  return altered.ok ? succeed(copy.into) : altered
}

// Where it does not go on, the database is closed before anything else is waited for: should it be open again by then, closing it
// would take away the locks of that.
async function copyInto(
  { folder, store, onBytes, pause, goesOn }: AlteringCopy,
  path: string,
): Promise<boolean> {
  const [from, to] = [openSync(databasePath(folder, store), 'r'), openSync(path, 'wx', fileMode)]
  try {
    const slice = Buffer.alloc(sliceBytes)
    for (;;) {
      const count = readSync(from, slice)
      if (count === 0) return true
      for (let done = 0; done < count;) done += writeSync(to, slice, done, count - done)
      onBytes('copy', count)
      await pause()
      if (!goesOn()) return false
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
}

/** Follows the altering by the size of what it writes, and ends it where nobody wants it any more. */
async function watched(
  { onBytes, goesOn }: AlteringCopy,
  { store, path, into }: CopyToAlter,
  work: Promise<Altered>,
): Promise<Altered> {
  const progress = { isOver: false, bytes: 0 }
  const ended = work
    .catch((error: unknown) => {
      // Where what it read was taken away, anything may be thrown.
      if (goesOn()) throw error
      return fail({ code: `damaged-${store}` } as const)
    })
    .finally(() => {
      progress.isOver = true
    })
  while (!progress.isOver) {
    await Promise.race([ended, wait(lookEveryMs)])
    if (!goesOn()) truncateSync(path)
    const bytes = statOf(into)?.size ?? 0
    onBytes('alter', Math.max(0, bytes - progress.bytes))
    progress.bytes = Math.max(bytes, progress.bytes)
  }
  return ended
}

/**
 * What `AlterCopy` does: `alter` changes the copy, the rows that are left go into the other file, and that is read over.
 * Failures: those of the disk, and a damaged copy.
 */
export function writeAltered<S extends Store>(
  store: S,
  { path, into, key }: Omit<CopyToAlter, 'store'>,
  alter: (copy: WritableDb<S>) => void,
): Altered {
  try {
    const connected = connect(store, path, key)
    if (!connected.ok) return connected
    try {
      const copy = toWritableDb(store, connected.value)
      alter(copy)
      write(copy, sql`VACUUM INTO ${into}`)
    } finally {
      connected.value.close()
    }
    return readOver(store, into, key)
  } catch (error) {
    const code =
      error instanceof StoreError ? error.code : (storeFailureOf(store, error) ?? diskFailureOf(error))
    if (code === null) throw error
    return fail({ code })
  }
}
