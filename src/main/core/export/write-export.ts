import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { exportIdSchema } from '../../../shared/ids.ts'
import type { ExportedFile } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { DocumentStamp } from '../../../shared/record/document-stamp.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { sha256, type Random } from '../effects.ts'
import type { SessionLog } from '../session/session-log.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { diskFailureOf, errorCode } from '../vault/vault-failure.ts'
import { folderMode, statOf } from '../vault/vault-files.ts'
import { moveIntoPlace, writeUnfinished } from '../write-file.ts'
import { unfinishedPath } from './export-folder.ts'
import { insertExport, insertExportOfGroup, isNameListed, readChosenFolder } from './export-repository.ts'

/** What a document is made of. No handle to private.db is among it, so nothing private can be exported. */
export interface ExportSources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly clock: Clock
  readonly random: Random
  readonly exportsDir: string
}

type Sources = Omit<ExportSources, 'log'>

interface FileToWrite {
  readonly stamp: DocumentStamp
  readonly bytes: Uint8Array
  /** Only what was printed can have one. */
  readonly hasPassword?: boolean
}

/**
 * Writes a finished document into the folder for exports, whole or not at all, and lists it. `alongside` is called inside
 * the transaction that lists it. Fails with `disk-full`, or with `not-writable` (the console's own folder) or
 * `folder-unfit` (a chosen one); then there is neither file nor entry.
 */
export function writeExport(
  sources: Sources,
  input: FileToWrite,
  alongside: (file: ExportedFile) => void = () => undefined,
): Result<ExportedFile, Failure> {
  const chosen = readChosenFolder(sources.record)
  if (chosen !== null) return inChosenFolder(() => writeListed(sources, chosen, input, alongside))
  return onDisk(() => {
    makeFolder(sources.exportsDir)
    return writeListed(sources, null, input, alongside)
  })
}

function writeListed(
  { record, clock, random, exportsDir }: Sources,
  chosen: string | null,
  { stamp, bytes, hasPassword = false }: FileToWrite,
  alongside: (file: ExportedFile) => void,
): Result<ExportedFile, Failure> {
  const folder = chosen ?? exportsDir
  const { fileName: wanted, contentHash, groupId, ...stamped } = stamp
  const file: ExportedFile = {
    exportId: exportIdSchema.parse(random.uuid()),
    ...stamped,
    folder: chosen,
    fileName: freeName(wanted, record, folder),
    exportedAtMs: clock.read().wallMs,
    hasPassword,
    deletedAtMs: null,
  }
  const path = join(folder, file.fileName)
  const unfinished = unfinishedPath(record, folder)
  writeUnfinished(unfinished, bytes)
  let isNamed = false
  try {
    transact(record, () => {
      insertExport(record, file, { content: Buffer.from(contentHash, 'hex'), bytes: sha256(bytes) })
      if (groupId !== undefined) insertExportOfGroup(record, file.exportId, groupId)
      alongside(file)
      // Last, so that only a crash between here and the commit could leave a copy that nobody knows of.
      isNamed = true
      moveIntoPlace(unfinished, path)
    })
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (isNamed) rmSync(path, { force: true })
    throw error
  }
  return succeed(file)
}

// An earlier document may have been handed out, so it is never written over.
function freeName(wanted: string, record: ReadableDb<'record'>, folder: string): string {
  const isFree = (name: string) => !isNameListed(record, name) && statOf(join(folder, name)) === null
  let name = wanted
  for (let copy = 2; !isFree(name); copy += 1) name = wanted.replace(/(?=\.[a-z]+$)/, `-${copy}`)
  return name
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: folderMode })
  chmodSync(folder, folderMode)
}

/** Answers with the failure that a full or closed disk stands for; other errors are bugs. */
export function onDisk<Value>(work: () => Result<Value, Failure>): Result<Value, Failure> {
  try {
    return work()
  } catch (error) {
    const code = diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}

/** The same for a folder that could be on any drive or server, whose errors are as many: all say that it is no good now. */
export function inChosenFolder<Value>(work: () => Result<Value, Failure>): Result<Value, Failure> {
  try {
    return work()
  } catch (error) {
    // Node's own are among them: a folder that stands where the file was, a file that is too large to be read.
    if (error instanceof StoreError || typeof errorCode(error) !== 'string') throw error
    return fail({ code: diskFailureOf(error) === 'disk-full' ? 'disk-full' : 'folder-unfit' })
  }
}
