import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { exportIdSchema, type ExportId, type SessionId } from '../../../shared/ids.ts'
import type { ExportedFile } from '../../../shared/ipc/debrief-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { summaryFileName } from '../../../shared/record/group-summary.ts'
import { sheetFileName } from '../../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { sha256, type Random } from '../effects.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import type { TaskInputOf } from '../protocol.ts'
import type { SessionLog } from '../session/session-log.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { diskFailureOf, errorCode } from '../vault/vault-failure.ts'
import { folderMode, statOf } from '../vault/vault-files.ts'
import { removeUnfinished, writeFileWhole } from '../write-file.ts'
import { findExport, insertExport, isNameListed, listExports } from './export-repository.ts'
import { readSheetFacts } from './sheet-facts.ts'
import { readSummaryFacts } from './summary-facts.ts'

// Nothing here is given a handle to private.db, so nothing private can be exported.
interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly clock: Clock
  readonly random: Random
  readonly exportsDir: string
}

export function exportHandlers({ record, log }: Pick<Sources, 'record' | 'log'>): Handlers<'export.list'> {
  return {
    'export.list': ({ sessionId }) =>
      log.state(sessionId) === undefined
        ? fail({ code: 'not-found' })
        : succeed(listExports(record, sessionId)),
  }
}

export function exportTasks(
  sources: Sources,
): TaskHandlers<'export.facts' | 'export.sheet-facts' | 'export.write' | 'export.path' | 'export.folder'> {
  const { record, log, exportsDir, clock } = sources
  return {
    'export.facts': ({ sessionId }) => readSummaryFacts(record, log, sessionId),
    'export.sheet-facts': ({ sessionId, naming }) =>
      readSheetFacts(record, log, clock.read(), sessionId, naming),
    'export.write': (input) => onDisk(() => writeExport(sources, input)),
    'export.path': ({ exportId }) => onDisk(() => findPath(record, exportsDir, exportId)),
    'export.folder': () =>
      onDisk(() => {
        makeFolder(exportsDir)
        return succeed(exportsDir)
      }),
  }
}

function writeExport(
  sources: Sources,
  { sessionId, kind, bytes }: TaskInputOf<'export.write'>,
): Result<ExportedFile, Failure> {
  const { record, clock, random, exportsDir } = sources
  const wanted = fileNameOf(sources, sessionId, kind)
  if (!wanted.ok) return wanted
  makeFolder(exportsDir)
  removeUnfinished(exportsDir)
  const file: ExportedFile = {
    exportId: exportIdSchema.parse(random.uuid()),
    sessionId,
    kind,
    fileName: freeName(wanted.value, record, exportsDir),
    exportedAtMs: clock.read().wallMs,
  }
  const path = join(exportsDir, file.fileName)
  writeFileWhole(path, bytes)
  try {
    transact(record, () => insertExport(record, file, sha256(bytes)))
  } catch (error) {
    // A file that is not listed would be a copy that nobody knows of.
    rmSync(path, { force: true })
    throw error
  }
  return succeed(file)
}

function fileNameOf(
  { record, log, clock }: Sources,
  sessionId: SessionId,
  kind: ExportedFile['kind'],
): Result<string, Failure> {
  if (kind === 'group-summary') {
    const facts = readSummaryFacts(record, log, sessionId)
    return facts.ok ? succeed(summaryFileName(facts.value)) : facts
  }
  // Neither name holds a word that a person wrote, so it is all the same how people are named.
  const facts = readSheetFacts(record, log, clock.read(), sessionId, 'initials')
  return facts.ok ? succeed(sheetFileName(facts.value)) : facts
}

// An earlier summary may have been handed out, so it is never written over.
function freeName(wanted: string, record: ReadableDb<'record'>, folder: string): string {
  const isFree = (name: string) => !isNameListed(record, name) && statOf(join(folder, name)) === null
  let name = wanted
  for (let copy = 2; !isFree(name); copy += 1) name = wanted.replace(/\.pdf$/, `-${copy}.pdf`)
  return name
}

function findPath(record: ReadableDb<'record'>, folder: string, exportId: ExportId): Result<string, Failure> {
  const file = findExport(record, exportId)
  const path = file === undefined ? null : join(folder, file.fileName)
  // A link could lead anywhere; what we wrote is a plain file.
  if (path === null || statOf(path)?.isFile() !== true) return fail({ code: 'not-found' })
  return succeed(path)
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: folderMode })
  chmodSync(folder, folderMode)
}

/** Answers with the failure that a full or closed disk stands for; other errors are bugs. */
function onDisk<Value>(work: () => Result<Value, Failure>): Result<Value, Failure> {
  try {
    return work()
  } catch (error) {
    // A file that stands in the folder's place.
    const code = errorCode(error) === 'EEXIST' ? 'not-writable' : diskFailureOf(error)
    if (code === null) throw error
    return fail({ code })
  }
}
