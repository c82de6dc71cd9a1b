import { renameSync, rmSync } from 'node:fs'
import { connect } from './connect.ts'
import { unfinishedPathOf } from '../write-file.ts'
import { databaseFiles, databasePath, headerPath, statOf, syncFolder } from './vault-files.ts'

/** Where the record is being written anew under another key: of no worth until it has its next name. */
export function unfinishedRecordPath(folder: string): string {
  return `${databasePath(folder, 'record')}.making`
}

/** Where it stands whole, from before the header says its key until it takes the place of the old one. */
export function nextRecordPath(folder: string): string {
  return `${databasePath(folder, 'record')}.next`
}

/**
 * Ends a change of the record key that was cut short. The header is what counts: the record that its key opens is the
 * record. Where that is the new one, it takes the place of the old; where it is the old one, the change never happened.
 * Where it is neither, nothing is touched.
 */
export function settleRecord(folder: string, recordKey: Uint8Array): void {
  if (leftBehind(folder).every((path) => statOf(path) === null)) return
  if (opens(nextRecordPath(folder), recordKey)) putInPlace(folder)
  if (opens(databasePath(folder, 'record'), recordKey)) removeUnused(folder)
}

/** The record that was written anew becomes the record. Whatever is left of the old one is under a key that is gone. */
export function putInPlace(folder: string): void {
  const path = databasePath(folder, 'record')
  // A write-ahead log of the old one would be read into the new one.
  for (const file of databaseFiles(path)) if (file !== path) rmSync(file, { force: true })
  syncFolder(folder)
  renameSync(nextRecordPath(folder), path)
  syncFolder(folder)
}

/** Takes away what was written anew, and does not count. */
export function removeUnused(folder: string): void {
  for (const file of leftBehind(folder).flatMap(databaseFiles)) rmSync(file, { force: true })
}

function leftBehind(folder: string): readonly string[] {
  return [unfinishedRecordPath(folder), nextRecordPath(folder), unfinishedPathOf(headerPath(folder))]
}

function opens(path: string, key: Uint8Array): boolean {
  const stat = statOf(path)
  // SQLite would take an empty file for a new database, and write to it.
  if (stat === null || !stat.isFile() || stat.size === 0) return false
  const connected = connect('record', path, key)
  if (connected.ok) connected.value.close()
  return connected.ok
}
