import { closeSync, fstatSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ExportedFile } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { sha256 } from '../effects.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { statOf, syncFolder } from '../vault/vault-files.ts'
import { moveIntoPlace, writeUnfinished } from '../write-file.ts'
import { pathOf, unfinishedPath } from './export-folder.ts'
import { markDeleted, readBytesHash } from './export-repository.ts'
import { inChosenFolder } from './write-export.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
  readonly exportsDir: string
}

/** A file that was deleted, and what stood in it. */
export interface DeletedFile {
  readonly file: ExportedFile
  /** Null for what is too large to be held. */
  readonly bytes: Uint8Array | null
}

/** Far above any document of ours: what is larger is somebody else's, and is not taken into memory. */
const maxBytes = 64 * 1024 * 1024

/** Whether a plain file stands where it was written. A link could lead anywhere. */
export function isOnDisk(file: ExportedFile, exportsDir: string): boolean {
  try {
    return file.deletedAtMs === null && statOf(pathOf(file, exportsDir))?.isFile() === true
  } catch {
    // A drive that does not answer.
    return false
  }
}

/**
 * Deletes a file and notes when. Fails with `not-found`, with `file-changed` where it is not as the console wrote it and
 * that was not asked for, and with `folder-unfit` where the disk does not let go of it.
 */
export function deleteFile(
  { record, clock, exportsDir }: Sources,
  file: ExportedFile,
  evenIfChanged: boolean,
): Result<DeletedFile, Failure> {
  if (!isOnDisk(file, exportsDir)) return fail({ code: 'not-found' })
  return inChosenFolder(() => {
    const path = pathOf(file, exportsDir)
    const bytes = readBytes(path)
    if (!isAsWritten(record, file, bytes) && !evenIfChanged) return fail({ code: 'file-changed' })
    rmSync(path)
    syncFolder(dirname(path))
    // After it is gone: an entry that called it deleted while it lay there would be worse than one that misses it.
    markDeleted(record, file.exportId, clock.read().wallMs)
    return succeed({ file, bytes })
  })
}

/** Whether a file could be deleted as it is: it lies where the console wrote it, and is what was written. */
export function liesAsWritten({ record, exportsDir }: Omit<Sources, 'clock'>, file: ExportedFile): boolean {
  if (!isOnDisk(file, exportsDir)) return false
  const read = inChosenFolder(() => succeed(readBytes(pathOf(file, exportsDir))))
  return read.ok && isAsWritten(record, file, read.value)
}

function isAsWritten(
  record: ReadableDb<'record'>,
  { exportId }: ExportedFile,
  bytes: Uint8Array | null,
): boolean {
  const written = readBytesHash(record, exportId)
  return bytes !== null && written !== undefined && Buffer.compare(sha256(bytes), written) === 0
}

function readBytes(path: string): Uint8Array | null {
  const handle = openSync(path, 'r')
  try {
    return fstatSync(handle).size > maxBytes ? null : new Uint8Array(readFileSync(handle))
  } finally {
    closeSync(handle)
  }
}

/** Puts a deleted file back where it stood. Fails with `not-found` when something else stands there by now. */
export function restoreFile(
  { record, exportsDir }: Sources,
  { file, bytes }: DeletedFile,
): Result<null, Failure> {
  const path = pathOf(file, exportsDir)
  return inChosenFolder(() => {
    if (bytes === null || statOf(path) !== null) return fail({ code: 'not-found' })
    const unfinished = unfinishedPath(record, dirname(path))
    writeUnfinished(unfinished, bytes)
    moveIntoPlace(unfinished, path)
    markDeleted(record, file.exportId, null)
    return succeed(null)
  })
}
