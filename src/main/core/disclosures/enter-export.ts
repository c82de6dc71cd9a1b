import { disclosureIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { ExportedFile } from '../../../shared/ipc/export-calls.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import type { DocumentKind } from '../../../shared/record/document-stamp.ts'
import type { Consent } from '../../../shared/record/note-document.ts'
import { startZone } from '../../../shared/session/start-zone.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { insertDisclosure } from './disclosure-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly clock: Clock
  readonly random: Random
}

/**
 * What `writeExport` does alongside a file that is made by a consent: it enters the disclosure, so that neither is there
 * without the other. A copy for the member's own chart is no disclosure, and makes no entry.
 */
export function entersDisclosure(sources: Sources, consent: Consent | null): (file: ExportedFile) => void {
  return (file) => {
    if (consent?.kind === 'disclosure') enterDisclosure(sources, consent, file)
  }
}

function enterDisclosure(
  { record, log, clock, random }: Sources,
  { recipient, purpose, reference }: Extract<Consent, { kind: 'disclosure' }>,
  file: ExportedFile,
): void {
  const { personId, sessionId, exportId, exportedAtMs } = file
  const author = findAuthor(record)
  // One consent is one member's, so a document of nobody's cannot have been made by one.
  if (personId === null || author === undefined) throw new Error('a disclosure has a member and an author')
  insertDisclosure(record, {
    disclosureId: disclosureIdSchema.parse(random.uuid()),
    personId,
    sessionId,
    exportId,
    correctsId: null,
    enteredAtMs: exportedAtMs,
    enteredById: author.id,
    disclosedOn: isoDay(exportedAtMs, clock.read().zone),
    what: describe(file, sessionId === null ? null : dayOf(log, sessionId)),
    recipient: recipient.toWellFormed(),
    purpose: purpose.toWellFormed(),
    consentReference: reference.toWellFormed(),
  })
}

// As it stands on the paper: the code leads from the entry to the document, and the other way.
function describe({ kind, code, version }: ExportedFile, day: string | null): string {
  const session = day === null ? '' : `, session of ${day}`
  return `${documentName(kind)}${session}, ${code}${version === null ? '' : `, version ${version}`}`
}

function documentName(kind: DocumentKind): string {
  switch (kind) {
    case 'progress-note':
      return 'Group progress note'
    case 'note-bundle':
      return 'Group progress note as a FHIR bundle'
    case 'member-progress':
      return 'Progress over time'
    default:
      return 'Document'
  }
}

function dayOf(log: SessionLog, sessionId: SessionId): string | null {
  const state = log.state(sessionId)
  return state === undefined || state.startedAtMs === null
    ? null
    : isoDay(state.startedAtMs, startZone(state))
}
