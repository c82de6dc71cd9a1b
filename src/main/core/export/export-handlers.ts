import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { exportIdSchema, type ExportId, type SessionId } from '../../../shared/ids.ts'
import type { ExportedFile } from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { deIdentify } from '../../../shared/record/de-identified-summary.ts'
import { summaryFileName } from '../../../shared/record/group-summary.ts'
import { sheetFileName, type SheetNaming } from '../../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Nameable } from '../../../shared/roster/nameable.ts'
import type { Clock } from '../clock.ts'
import { sha256, type Random } from '../effects.ts'
import type { Handlers, TaskHandlers } from '../handler.ts'
import type { CoreTaskName, TaskInputOf } from '../protocol.ts'
import { listMembers, listMembersOf } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { diskFailureOf, errorCode } from '../vault/vault-failure.ts'
import { folderMode, statOf } from '../vault/vault-files.ts'
import { removeUnfinished, writeFileWhole } from '../write-file.ts'
import { stampUnlinked, stampUnsigned } from './document-stamps.ts'
import { findExport, insertExport, isNameListed, listExports } from './export-repository.ts'
import { identifyFile } from './identify-file.ts'
import { listSignedPeople, readNoteDocument } from './note-document-facts.ts'
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

type ExportTaskName = Extract<CoreTaskName, `export.${string}`>

export function exportTasks(sources: Sources): TaskHandlers<ExportTaskName> {
  const { record, log, exportsDir } = sources
  return {
    'export.facts': ({ sessionId }) => summaryFacts(sources, sessionId),
    'export.de-identified-facts': ({ sessionId }) => deIdentifiedFacts(sources, sessionId),
    'export.sheet-facts': ({ sessionId, naming }) => sheetFacts(sources, sessionId, naming),
    'export.note-facts': ({ sessionId, personId, consent }) =>
      readNoteDocument(record, log, sessionId, personId, consent),
    'export.note-people': ({ sessionId }) => listSignedPeople(log, sessionId),
    'export.write': (input) => onDisk(() => writeExport(sources, input)),
    'export.identify': ({ bytes }) => succeed(identifyFile(record, log, bytes)),
    'export.path': ({ exportId }) => onDisk(() => findPath(record, exportsDir, exportId)),
    'export.folder': () =>
      onDisk(() => {
        makeFolder(exportsDir)
        return succeed(exportsDir)
      }),
  }
}

function summaryFacts({ record, log }: Sources, sessionId: SessionId) {
  const facts = readSummaryFacts(record, log, sessionId)
  if (!facts.ok) return facts
  const fileName = summaryFileName(facts.value)
  const stamp = stampUnsigned(record, 'group-summary', sessionId, facts.value, fileName)
  return succeed({ facts: facts.value, stamp })
}

function deIdentifiedFacts({ record, log, random }: Sources, sessionId: SessionId) {
  const whole = readSummaryFacts(record, log, sessionId)
  if (!whole.ok) return whole
  const facts = deIdentify(whole.value, listNameable(record, log, sessionId))
  return succeed({ facts, stamp: stampUnlinked(record, random, sessionId, facts, facts.year) })
}

/** Everyone on file whom a text about the session could name: who was expected or came, and the rest of the group. */
function listNameable(record: ReadableDb<'record'>, log: SessionLog, sessionId: SessionId): Nameable[] {
  const state = log.state(sessionId)
  const here = new Set(state?.people.map(({ personId }) => personId))
  const groupId = state?.groupId ?? null
  const enrolled = new Set(groupId === null ? [] : listMembersOf(record, groupId).map(({ id }) => id))
  return listMembers(record)
    .filter(({ id }) => here.has(id) || enrolled.has(id))
    .flatMap(({ preferredName, initials, aliases }) => [
      { preferredName, initials },
      ...aliases.map((alias) => ({ preferredName: alias, initials: '' })),
    ])
}

function sheetFacts({ record, log, clock }: Sources, sessionId: SessionId, naming: SheetNaming) {
  const facts = readSheetFacts(record, log, clock.read(), sessionId, naming)
  if (!facts.ok) return facts
  // When it was printed does not stand on a sheet.
  const { printedAtMs: _, ...shown } = facts.value
  const stamp = stampUnsigned(record, 'tick-sheet', sessionId, shown, sheetFileName(facts.value))
  return succeed({ facts: facts.value, stamp })
}

function writeExport(
  { record, clock, random, exportsDir }: Sources,
  { stamp, bytes }: TaskInputOf<'export.write'>,
): Result<ExportedFile, Failure> {
  const { fileName: wanted, contentHash, ...stamped } = stamp
  makeFolder(exportsDir)
  removeUnfinished(exportsDir)
  const file: ExportedFile = {
    exportId: exportIdSchema.parse(random.uuid()),
    ...stamped,
    fileName: freeName(wanted, record, exportsDir),
    exportedAtMs: clock.read().wallMs,
  }
  const path = join(exportsDir, file.fileName)
  writeFileWhole(path, bytes)
  try {
    const hashes = { content: Buffer.from(contentHash, 'hex'), bytes: sha256(bytes) }
    transact(record, () => insertExport(record, file, hashes))
  } catch (error) {
    // A file that is not listed would be a copy that nobody knows of.
    rmSync(path, { force: true })
    throw error
  }
  return succeed(file)
}

// An earlier document may have been handed out, so it is never written over.
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
