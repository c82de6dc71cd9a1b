import type { ExportedFile } from '../../shared/ipc/debrief-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { ExportId, SessionId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { Paper, SheetChoices } from '../../shared/record/tick-sheet.ts'
import { groupSummaryDocument } from '../documents/group-summary.tsx'
import type { PrintableDocument } from '../documents/printable-document.ts'
import { tickSheetDocument } from '../documents/tick-sheet.tsx'

const summaryPaper: Paper = 'Letter'

export interface ExportSettings {
  readonly core: Pick<CoreClient, 'run'>
  readonly print: (document: PrintableDocument, paper: Paper) => Promise<Result<Uint8Array, Failure>>
  readonly open: (path: string) => Promise<Result<null, Failure>>
}

/** The calls that need more than the core: paper, or another program. */
export interface Exports {
  printGroupSummary(sessionId: SessionId): Promise<Result<ExportedFile, Failure>>
  printTickSheet(sessionId: SessionId, choices: SheetChoices): Promise<Result<ExportedFile, Failure>>
  open(exportId: ExportId): Promise<Result<null, Failure>>
  showFolder(): Promise<Result<null, Failure>>
}

export function createExports({ core, print, open }: ExportSettings): Exports {
  return {
    async printGroupSummary(sessionId) {
      const facts = await core.run('export.facts', { sessionId })
      if (!facts.ok) return facts
      const printed = await print(groupSummaryDocument(facts.value), summaryPaper)
      if (!printed.ok) return printed
      return core.run('export.write', { sessionId, kind: 'group-summary', bytes: printed.value })
    },
    async printTickSheet(sessionId, { naming, paper }) {
      const facts = await core.run('export.sheet-facts', { sessionId, naming })
      if (!facts.ok) return facts
      const printed = await print(tickSheetDocument(facts.value), paper)
      if (!printed.ok) return printed
      return core.run('export.write', { sessionId, kind: 'tick-sheet', bytes: printed.value })
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
