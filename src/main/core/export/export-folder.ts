import { accessSync, constants, realpathSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { ExportedFile, ExportFolder } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { sha256 } from '../effects.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { readChosenFolder, writeChosenFolder } from './export-repository.ts'

interface Folders {
  readonly record: WritableDb<'record'>
  /** The console's own folder for exports. */
  readonly exportsDir: string
  readonly vaultDir: string
}

/** Where the next file goes. */
export function describeFolder(record: ReadableDb<'record'>, exportsDir: string): ExportFolder {
  const chosen = readChosenFolder(record)
  // The console's own is made when it is needed.
  return { path: chosen ?? exportsDir, isOwn: chosen === null, isReady: chosen === null || isUsable(chosen) }
}

/** The path of a file that was exported. */
export function pathOf({ folder, fileName }: ExportedFile, exportsDir: string): string {
  return join(folder ?? exportsDir, fileName)
}

/**
 * From now on files go to a folder of the user's, or to the console's own where that is the one. Fails with `folder-unfit`
 * when nothing can be written there, or it is the vault's folder, where nothing else belongs.
 */
export function chooseFolder(folders: Folders, path: string): Result<ExportFolder, Failure> {
  const { record, exportsDir, vaultDir } = folders
  if (!isAbsolute(path) || !isUsable(path) || isWithin(path, vaultDir)) return fail({ code: 'folder-unfit' })
  // Nobody looks for what a crash left in a folder that is not used any more.
  removeLeftovers(folders)
  writeChosenFolder(record, isSame(path, exportsDir) ? null : path)
  return succeed(describeFolder(record, exportsDir))
}

export function returnToOwnFolder(folders: Folders): ExportFolder {
  removeLeftovers(folders)
  writeChosenFolder(folders.record, null)
  return describeFolder(folders.record, folders.exportsDir)
}

/**
 * Where a file is written before it gets its name. The same for every file of this vault, so that what a crash leaves is
 * known as ours in a folder with other people's files, even where two consoles share it.
 */
export function unfinishedPath(record: ReadableDb<'record'>, folder: string): string {
  const mark = Buffer.from(sha256(findAuthor(record)?.id ?? '')).toString('hex', 0, 6)
  return join(folder, `.circlekeeper-${mark}.unfinished`)
}

/** Removes what a crash in the middle of a write has left, wherever that can be reached now. */
export function removeLeftovers({ record, exportsDir }: Pick<Folders, 'record' | 'exportsDir'>): void {
  for (const folder of new Set([exportsDir, readChosenFolder(record) ?? exportsDir])) {
    try {
      rmSync(unfinishedPath(record, folder), { force: true })
    } catch {
      // A drive that is read-only or gone for now keeps it until the next write.
    }
  }
}

export function isUsable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Whether a path is in a folder, or is the folder itself; links are followed. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path))
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

function isSame(path: string, other: string): boolean {
  return realPath(path) === realPath(other)
}

/** A folder that is not there yet is where it says. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
