import type { ExportId, PersonId, SessionId } from '../../shared/ids.ts'
import type { ExportedFile, FileVerdict } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Pushes } from '../../shared/ipc/pushes.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import type { Consent } from '../../shared/record/note-document.ts'
import type { Paper, SheetChoices } from '../../shared/record/tick-sheet.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import { coarsenDates } from '../documents/coarsen-dates.ts'
import { deIdentifiedSummaryDocument } from '../documents/de-identified-summary.tsx'
import { groupSummaryDocument } from '../documents/group-summary.tsx'
import type { PrintableDocument } from '../documents/printable-document.ts'
import { progressNoteDocument } from '../documents/progress-note.tsx'
import { tickSheetDocument } from '../documents/tick-sheet.tsx'

const summaryPaper: Paper = 'Letter'

/** Prints one document after the other, and is closed by whoever opened it. */
export interface Printer {
  print(document: PrintableDocument, paper: Paper): Promise<Result<Uint8Array, Failure>>
  close(): void
}

export interface ExportSettings {
  readonly core: Pick<CoreClient, 'run'>
  readonly openPrinter: () => Printer
  readonly open: (path: string) => Promise<Result<null, Failure>>
  /** The bytes of a file that somebody chooses; null when nobody chose any. */
  readonly readChosenFile: () => Promise<Result<Uint8Array | null, Failure>>
  readonly tellProgress: (progress: Pushes['export.progress']) => void
}

export interface NoteBatch {
  readonly files: readonly ExportedFile[]
  readonly total: number
  readonly wasCancelled: boolean
}

/** The calls that need more than the core: paper, a file of the computer's, or another program. */
export interface Exports {
  printGroupSummary(sessionId: SessionId): Promise<Result<ExportedFile, Failure>>
  printDeIdentified(sessionId: SessionId, paper: Paper): Promise<Result<ExportedFile, Failure>>
  printTickSheet(sessionId: SessionId, choices: SheetChoices): Promise<Result<ExportedFile, Failure>>
  printNote(
    sessionId: SessionId,
    personId: PersonId,
    paper: Paper,
    consent: Consent,
  ): Promise<Result<ExportedFile, Failure>>
  printNotes(sessionId: SessionId, paper: Paper): Promise<Result<NoteBatch, Failure>>
  cancelNotes(): Promise<Result<null, Failure>>
  verify(): Promise<Result<FileVerdict | null, Failure>>
  open(exportId: ExportId): Promise<Result<null, Failure>>
  showFolder(): Promise<Result<null, Failure>>
}

export function createExports(settings: ExportSettings): Exports {
  const { core, open, readChosenFile } = settings
  let batch: AbortController | null = null
  return {
    async printGroupSummary(sessionId) {
      const read = await core.run('export.facts', { sessionId })
      if (!read.ok) return read
      const { facts, stamp } = read.value
      return printOne(settings, groupSummaryDocument(facts, stamp), summaryPaper, stamp)
    },
    async printDeIdentified(sessionId, paper) {
      const read = await core.run('export.de-identified-facts', { sessionId })
      if (!read.ok) return read
      const { facts, stamp } = read.value
      return printOne(settings, deIdentifiedSummaryDocument(facts, stamp), paper, stamp, coarsenDates)
    },
    async printTickSheet(sessionId, { naming, paper }) {
      const read = await core.run('export.sheet-facts', { sessionId, naming })
      if (!read.ok) return read
      const { facts, stamp } = read.value
      return printOne(settings, tickSheetDocument(facts, stamp), paper, stamp)
    },
    printNote: (sessionId, personId, paper, consent) =>
      withPrinter(settings, (printer) => printNote(core, printer, { sessionId, personId, consent }, paper)),
    printNotes(sessionId, paper) {
      // A newer batch takes the place of one that was left.
      batch?.abort()
      batch = new AbortController()
      const { signal } = batch
      return withPrinter(settings, (printer) => printNotes(settings, printer, sessionId, paper, signal))
    },
    cancelNotes() {
      batch?.abort()
      return Promise.resolve(succeed(null))
    },
    async verify() {
      const bytes = await readChosenFile()
      if (!bytes.ok) return bytes
      return bytes.value === null ? succeed(null) : core.run('export.identify', { bytes: bytes.value })
    },
    async open(exportId) {
      const path = await core.run('export.path', { exportId })
      return path.ok ? open(path.value) : path
    },
    async showFolder() {
      const folder = await core.run('export.folder', null)
      return folder.ok ? open(folder.value) : folder
    },
  }
}

async function withPrinter<Value>(
  { openPrinter }: Pick<ExportSettings, 'openPrinter'>,
  work: (printer: Printer) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const printer = openPrinter()
  try {
    return await work(printer)
  } finally {
    printer.close()
  }
}

function printOne(
  settings: ExportSettings,
  document: PrintableDocument,
  paper: Paper,
  stamp: DocumentStamp,
  finish: (pdf: Uint8Array) => Uint8Array = (pdf) => pdf,
): Promise<Result<ExportedFile, Failure>> {
  return withPrinter(settings, async (printer) => {
    const printed = await printer.print(document, paper)
    if (!printed.ok) return printed
    return settings.core.run('export.write', { stamp, bytes: finish(printed.value) })
  })
}

interface NoteOf {
  readonly sessionId: SessionId
  readonly personId: PersonId
  readonly consent: Consent
}

async function printNote(
  core: ExportSettings['core'],
  printer: Printer,
  note: NoteOf,
  paper: Paper,
): Promise<Result<ExportedFile, Failure>> {
  const facts = await core.run('export.note-facts', note)
  if (!facts.ok) return facts
  const printed = await printer.print(progressNoteDocument(facts.value), paper)
  if (!printed.ok) return printed
  return core.run('export.write', { stamp: facts.value.stamp, bytes: printed.value })
}

// One after the other: each file is whole before the next is begun, and a cancel waits for the one that it is at.
async function printNotes(
  { core, tellProgress }: ExportSettings,
  printer: Printer,
  sessionId: SessionId,
  paper: Paper,
  signal: AbortSignal,
): Promise<Result<NoteBatch, Failure>> {
  const people = await core.run('export.note-people', { sessionId })
  if (!people.ok) return people
  const total = people.value.length
  const files: ExportedFile[] = []
  tellProgress({ done: 0, total })
  for (const personId of people.value) {
    if (signal.aborted) break
    // oxlint-disable-next-line no-await-in-loop
    const file = await printNote(core, printer, { sessionId, personId, consent: { kind: 'chart' } }, paper)
    if (!file.ok) return file
    files.push(file.value)
    tellProgress({ done: files.length, total })
  }
  return succeed({ files, total, wasCancelled: files.length < total })
}
