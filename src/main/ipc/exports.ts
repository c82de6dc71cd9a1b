import type { ExportId, SessionId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { ExportedFile, ExportFolder, FileVerdict } from '../../shared/ipc/export-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { KitFile } from '../../shared/ipc/kit-calls.ts'
import type { Pushes } from '../../shared/ipc/pushes.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import { draftDocument, type PrintRequest } from './draft-document.ts'
import { makeKit } from './make-kit.ts'
import { printDraft, withPrinter, type Printer, type Printing } from './print-draft.ts'
import { printNotes } from './print-notes.ts'

export interface ExportSettings {
  readonly core: Pick<CoreClient, 'run'>
  readonly openPrinter: () => Printer
  readonly open: (path: string) => Promise<Result<null, Failure>>
  /** The bytes of a file that somebody chooses; null when nobody chose any. */
  readonly readChosenFile: () => Promise<Result<Uint8Array | null, Failure>>
  /** The path of a folder that somebody chooses; null when nobody chose any. */
  readonly chooseFolder: (title: string) => Promise<string | null>
  readonly tellProgress: (progress: Pushes['export.progress']) => void
}

/** The calls that need more than the core: paper, a file of the computer's, or another program. */
export interface Exports {
  print(request: PrintRequest): Promise<Result<ExportedFile, Failure>>
  printNotes(sessionId: SessionId, printing: Printing): Promise<Result<OutputOf<'export.notes'>, Failure>>
  cancelNotes(): Promise<Result<null, Failure>>
  verify(): Promise<Result<FileVerdict | null, Failure>>
  open(exportId: ExportId): Promise<Result<null, Failure>>
  /** Null for the folder that the next file goes to. */
  showFolder(exportId: ExportId | null): Promise<Result<null, Failure>>
  chooseFolder(): Promise<Result<ExportFolder | null, Failure>>
  makeKit(input: ParsedInputOf<'kit.make'>): Promise<Result<KitFile | null, Failure>>
}

export function createExports(settings: ExportSettings): Exports {
  const { core, openPrinter, open, readChosenFile, tellProgress } = settings
  let batch: AbortController | null = null
  return {
    async print(request) {
      const draft = await draftDocument(core, request)
      if (!draft.ok) return draft
      return withPrinter(openPrinter, (printer) => printDraft(core, printer, draft.value, request.input))
    },
    printNotes(sessionId, printing) {
      // A newer batch takes the place of one that was left.
      batch?.abort()
      batch = new AbortController()
      const { signal } = batch
      return withPrinter(openPrinter, (printer) =>
        printNotes({ core, printer, tellProgress, signal }, sessionId, printing),
      )
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
    async showFolder(exportId) {
      const folder = await (exportId === null
        ? core.run('export.folder', null)
        : core.run('export.folder-of', { exportId }))
      return folder.ok ? open(folder.value) : folder
    },
    async chooseFolder() {
      const path = await settings.chooseFolder('Choose the folder for exports')
      return path === null ? succeed(null) : core.run('export.set-folder', { path })
    },
    makeKit: (input) => makeKit(settings, input),
  }
}
