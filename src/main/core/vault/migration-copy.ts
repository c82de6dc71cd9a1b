import { constants, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Result } from '../../../shared/result.ts'
import { readOver } from './connect.ts'
import type { Store } from './store-error.ts'
import type { VaultFailure } from './vault-failure.ts'
import { copySynced, databasePath, removeDatabase, syncFolder } from './vault-files.ts'

/** Where a database is kept as it was before the step to `version + 1`. */
export function migrationCopyPath(folder: string, store: Store, version: number): string {
  return `${databasePath(folder, store)}.before-${version + 1}`
}

/**
 * Copies a closed database, whose log is empty, beside it, and makes sure that the copy opens under its key and is whole: only
 * then it has its name, and lies on the disk. One that stands there is replaced. Throws the file system's errors, and then
 * leaves nothing behind.
 */
export function copyBeforeMigrating(
  folder: string,
  store: Store,
  key: Uint8Array,
  version: number,
): Result<null, VaultFailure> {
  const copy = migrationCopyPath(folder, store, version)
  const unfinished = `${copy}.making`
  try {
    removeDatabase(unfinished)
    copySynced(databasePath(folder, store), unfinished, constants.COPYFILE_EXCL)
    const checked = readOver(store, unfinished, key)
    if (!checked.ok) return checked
    renameSync(unfinished, copy)
    syncFolder(folder)
    return checked
  } finally {
    removeDatabase(unfinished)
  }
}

/** Takes such copies away, once the database was opened well after its migration, or is not to be what it was any more. */
export function removeMigrationCopies(folder: string, store: Store): void {
  const prefix = `${basename(databasePath(folder, store))}.before-`
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true })
}
