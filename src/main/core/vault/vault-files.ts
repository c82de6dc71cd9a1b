import {
  closeSync,
  chmodSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import type { Store } from './store-error.ts'
import { errorCode } from './vault-failure.ts'

/** Only their owner may read a vault's files, or even see their names. */
export const folderMode = 0o700
export const fileMode = 0o600

export function headerPath(folder: string): string {
  return join(folder, 'vault.json')
}

export function databasePath(folder: string, store: Store): string {
  return join(folder, `${store}.db`)
}

/** What stands at a path, links not followed; null when nothing does. Other errors of the file system are thrown. */
export function statOf(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether a folder is absent or empty. */
export function isNothing(folder: string): boolean {
  const stat = statOf(folder)
  return stat === null || (stat.isDirectory() && readdirSync(folder).length === 0)
}

/** The files that SQLite keeps for a database. Its write-ahead log is there while it is open, and after a crash. */
export function databaseFiles(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-journal`]
}

/** Takes away a database that is of no worth, or none. Throws the file system's errors. */
export function removeDatabase(path: string): void {
  for (const file of databaseFiles(path)) if (statOf(file) !== null) rmSync(file)
}

/** Takes back rights that a copy or a restore may have given to others. The path must be no link. */
export function closeToOthers(path: string, mode: number): void {
  if (statOf(path) !== null) chmodSync(path, mode)
}

/**
 * Copies a file, for its owner alone. On return its bytes are on disk. `flags` as `copyFileSync` has them: without any, one
 * that stands there is replaced.
 */
export function copySynced(from: string, to: string, flags = 0): void {
  copyFileSync(from, to, flags)
  closeToOthers(to, fileMode)
  syncFile(to)
}

/** Waits until what was written to a file is on disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Writes a file that must not exist yet. On return its bytes are on disk. */
export function writeNewFile(path: string, text: string): void {
  const file = openSync(path, 'wx', fileMode)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the names in a folder durable. Windows cannot open folders, and journals names by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    // Some servers and drives cannot do that for a folder; there it lies with them.
    if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOTSUP') throw error
  } finally {
    closeSync(handle)
  }
}
