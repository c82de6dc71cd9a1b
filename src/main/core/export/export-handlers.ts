import type { SessionId } from '../../../shared/ids.ts'
import { deIdentify } from '../../../shared/record/de-identified-summary.ts'
import { summaryFileName } from '../../../shared/record/group-summary.ts'
import { sheetFileName, type SheetNaming } from '../../../shared/record/tick-sheet.ts'
import { succeed } from '../../../shared/result.ts'
import type { Nameable } from '../../../shared/roster/nameable.ts'
import { entersDisclosure } from '../disclosures/enter-export.ts'
import { stampedLedger } from '../disclosures/ledger-facts.ts'
import type { TaskHandlers } from '../handler.ts'
import type { CoreTaskName } from '../protocol.ts'
import { listNameableMembers } from '../roster/nameable-members.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { stampUnlinked, stampUnsigned } from './document-stamps.ts'
import type { FileTaskName } from './file-handlers.ts'
import { identifyFile } from './identify-file.ts'
import { listSignedPeople, readNoteDocument } from './note-document-facts.ts'
import { overTimePapers } from './over-time-papers.ts'
import { rosterPapers } from './roster-papers.ts'
import { readSheetFacts } from './sheet-facts.ts'
import { readSummaryFacts } from './summary-facts.ts'
import { writeExport, type ExportSources } from './write-export.ts'

type ExportTaskName = Exclude<Extract<CoreTaskName, `export.${string}`>, FileTaskName>

export function exportTasks(sources: ExportSources): TaskHandlers<ExportTaskName> {
  const { record, log } = sources
  return {
    'export.facts': ({ sessionId }) => summaryFacts(sources, sessionId),
    'export.de-identified-facts': ({ sessionId }) => deIdentifiedFacts(sources, sessionId),
    'export.sheet-facts': ({ sessionId, naming }) => sheetFacts(sources, sessionId, naming),
    ...rosterPapers(sources),
    ...overTimePapers(sources),
    'export.note-facts': ({ sessionId, personId, consent }) =>
      readNoteDocument(record, log, sessionId, personId, consent),
    'export.note-people': ({ sessionId }) => listSignedPeople(log, sessionId),
    'export.disclosure-facts': ({ personId }) => stampedLedger(sources, personId),
    'export.write': ({ consent = null, ...input }) =>
      writeExport(sources, input, entersDisclosure(sources, consent)),
    'export.identify': ({ bytes }) => succeed(identifyFile(record, log, bytes)),
  }
}

function summaryFacts({ record, log }: ExportSources, sessionId: SessionId) {
  const facts = readSummaryFacts(record, log, sessionId)
  if (!facts.ok) return facts
  const fileName = summaryFileName(facts.value)
  const stamp = stampUnsigned(record, 'group-summary', sessionId, facts.value, fileName)
  return succeed({ facts: facts.value, stamp })
}

function deIdentifiedFacts({ record, log, random }: ExportSources, sessionId: SessionId) {
  const whole = readSummaryFacts(record, log, sessionId)
  if (!whole.ok) return whole
  const facts = deIdentify(whole.value, listNameable(record, log, sessionId))
  return succeed({ facts, stamp: stampUnlinked(record, random, sessionId, facts, facts.year) })
}

/** Each of a person's other words stands for them as their name does. Null where a name was erased. */
function listNameable(
  record: ReadableDb<'record'>,
  log: SessionLog,
  sessionId: SessionId,
): Nameable[] | null {
  const state = log.state(sessionId)
  if (state !== undefined && state.erasedIds.length > 0) return null
  const members = state === undefined ? [] : listNameableMembers(record, state)
  return members.flatMap(({ preferredName, initials, aliases }) => [
    { preferredName, initials },
    ...aliases.map((alias) => ({ preferredName: alias, initials: '' })),
  ])
}

function sheetFacts({ record, log, clock }: ExportSources, sessionId: SessionId, naming: SheetNaming) {
  const facts = readSheetFacts(record, log, clock.read(), sessionId, naming)
  if (!facts.ok) return facts
  // When it was printed does not stand on a sheet.
  const { printedAtMs: _, ...shown } = facts.value
  const stamp = stampUnsigned(record, 'tick-sheet', sessionId, shown, sheetFileName(facts.value))
  return succeed({ facts: facts.value, stamp })
}
