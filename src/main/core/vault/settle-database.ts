import { renameSync, rmSync } from 'node:fs'
import { unfinishedPathOf } from '../write-file.ts'
import { brokenLogPath } from './broken-log.ts'
import { connect } from './connect.ts'
import { removeMigrationCopies } from './migration-copy.ts'
import type { Store } from './store-error.ts'
import { databaseFiles, databasePath, headerPath, removeDatabase, statOf, syncFolder } from './vault-files.ts'

/** Where a database is being written anew under another key: of no worth until it has its next name. */
export function unfinishedPath(folder: string, store: Store): string {
  return `${databasePath(folder, store)}.making`
}

/** Where a copy of it is altered before that: of no worth either. */
export function alteredPath(folder: string, store: Store): string {
  return `${databasePath(folder, store)}.altering`
}

/** Where what is left of that copy is written, row by row: of no worth either. */
export function compactedPath(folder: string, store: Store): string {
  return `${databasePath(folder, store)}.compacting`
}

/** Where it stands whole, from before the header says its key until it takes the place of the old one. */
export function nextPath(folder: string, store: Store): string {
  return `${databasePath(folder, store)}.next`
}

/**
 * Ends a change of a database's key that was cut short. The header is what counts: the database that its key opens is the
 * one. Where that is the new one, it takes the place of the old; where it is the old one, the change never happened.
 * Where it is neither, nothing is touched.
 */
export function settleDatabase(folder: string, store: Store, key: Uint8Array): void {
  if (
    leftBehind(folder, store)
      .flatMap(databaseFiles)
      .every((path) => statOf(path) === null)
  )
    return
  if (opens(store, nextPath(folder, store), key)) putInPlace(folder, store)
  if (opens(store, databasePath(folder, store), key)) removeUnused(folder, store)
}

/** What was written anew becomes the database. Whatever is left of the old one is under a key that is gone. */
export function putInPlace(folder: string, store: Store): void {
  const path = databasePath(folder, store)
  // A write-ahead log of the old one would be read into the new one.
  for (const file of [...databaseFiles(path), brokenLogPath(path)])
    if (file !== path && statOf(file) !== null) rmSync(file)
  syncFolder(folder)
  renameSync(nextPath(folder, store), path)
  // What was taken away is in a copy from before a migration still, under a key that is gone.
  removeMigrationCopies(folder, store)
  syncFolder(folder)
}

/** Takes away what was written anew, and does not count. */
export function removeUnused(folder: string, store: Store): void {
  for (const path of leftBehind(folder, store)) removeDatabase(path)
}

function leftBehind(folder: string, store: Store): readonly string[] {
  return [
    alteredPath(folder, store),
    compactedPath(folder, store),
    unfinishedPath(folder, store),
    nextPath(folder, store),
    unfinishedPathOf(headerPath(folder)),
  ]
}

function opens(store: Store, path: string, key: Uint8Array): boolean {
  const stat = statOf(path)
  // SQLite would take an empty file for a new database, and write to it.
  if (stat === null || !stat.isFile() || stat.size === 0) return false
  const connected = connect(store, path, key)
  if (connected.ok) connected.value.close()
  return connected.ok
}
