import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { PrintCallName } from '../../shared/ipc/print-calls.ts'
import type { DocumentStamp } from '../../shared/record/document-stamp.ts'
import type { Consent } from '../../shared/record/note-document.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'
import type { Stamped } from '../core/protocol.ts'
import { attendanceSheetDocument } from '../documents/attendance-sheet.tsx'
import { coarsenDates } from '../documents/coarsen-dates.ts'
import { deIdentifiedSummaryDocument } from '../documents/de-identified-summary.tsx'
import { disclosureLedgerDocument } from '../documents/disclosure-ledger.tsx'
import { groupOverTimeDocument } from '../documents/group-over-time.tsx'
import { groupSummaryDocument } from '../documents/group-summary.tsx'
import { memberProgressDocument } from '../documents/member-progress.tsx'
import type { PrintableDocument } from '../documents/printable-document.ts'
import { progressNoteDocument } from '../documents/progress-note.tsx'
import { supervisionSummaryDocument } from '../documents/supervision-summary.tsx'
import { tickSheetDocument } from '../documents/tick-sheet.tsx'

/** A call that prints one document. */
export type PrintRequest = {
  [Name in PrintCallName]: { readonly name: Name; readonly input: ParsedInputOf<Name> }
}[PrintCallName]

/** A document that is set and not printed yet. */
export interface Draft {
  readonly document: PrintableDocument
  readonly stamp: DocumentStamp
  /** By what consent it is made; null for what is made by nobody's. Whoever prints it hands it on to the ledger. */
  readonly consent: Consent | null
  /** What is done to the printed bytes before anything else. */
  readonly finish?: (pdf: Uint8Array) => Uint8Array
}

/** Sets the document that a call asks for from what the core knows. */
export function draftDocument(
  core: Pick<CoreClient, 'run'>,
  { name, input }: PrintRequest,
): Promise<Result<Draft, Failure>> {
  switch (name) {
    case 'export.group-summary':
      return set(core.run('export.facts', { sessionId: input.sessionId }), groupSummaryDocument)
    case 'export.de-identified-summary':
      return set(
        core.run('export.de-identified-facts', { sessionId: input.sessionId }),
        deIdentifiedSummaryDocument,
        { finish: coarsenDates },
      )
    case 'export.tick-sheet': {
      const { sessionId, naming } = input
      return set(core.run('export.sheet-facts', { sessionId, naming }), tickSheetDocument)
    }
    case 'export.disclosures':
      return set(core.run('export.disclosure-facts', { personId: input.personId }), disclosureLedgerDocument)
    case 'export.member-progress': {
      const { personId, span, consent } = input
      const read = core.run('export.progress-facts', { personId, span, consent })
      return set(read, memberProgressDocument, { consent })
    }
    case 'export.group-over-time': {
      const { groupId, weeks } = input
      return set(core.run('export.group-over-time-facts', { groupId, weeks }), groupOverTimeDocument)
    }
    case 'export.attendance-sheet': {
      const { sessionId, naming } = input
      return set(core.run('export.attendance-facts', { sessionId, naming }), attendanceSheetDocument)
    }
    case 'export.supervision-summary':
      return set(
        core.run('export.supervision-facts', { sessionId: input.sessionId }),
        supervisionSummaryDocument,
      )
    case 'export.note':
      return draftNote(core, input)
  }
}

async function set<Facts>(
  reading: Promise<Result<Stamped<Facts>, Failure>>,
  layOut: (facts: Facts, stamp: DocumentStamp) => PrintableDocument,
  { consent = null, ...rest }: Partial<Pick<Draft, 'consent' | 'finish'>> = {},
): Promise<Result<Draft, Failure>> {
  const read = await reading
  if (!read.ok) return read
  const { facts, stamp } = read.value
  return succeed({ document: layOut(facts, stamp), stamp, consent, ...rest })
}

type NoteInput = Pick<ParsedInputOf<'export.note'>, 'sessionId' | 'personId' | 'consent'>

/** Sets one member's note. Its facts hold its stamp. */
export async function draftNote(
  core: Pick<CoreClient, 'run'>,
  { sessionId, personId, consent }: NoteInput,
): Promise<Result<Draft, Failure>> {
  const facts = await core.run('export.note-facts', { sessionId, personId, consent })
  if (!facts.ok) return facts
  return succeed({ document: progressNoteDocument(facts.value), stamp: facts.value.stamp, consent })
}
