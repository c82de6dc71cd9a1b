import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { bundleCalls } from '../../../shared/ipc/bundle-calls.ts'
import {
  exportFailureCodeSchema,
  type ExportedFile,
  type FileBatch,
} from '../../../shared/ipc/export-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { DocumentStamp } from '../../../shared/record/document-stamp.ts'
import type { Consent, NoteDocumentFacts } from '../../../shared/record/note-document.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { entersDisclosure } from '../disclosures/enter-export.ts'
import { noteBundle } from '../fhir/note-bundle.ts'
import type { Handlers } from '../handler.ts'
import { hashContent } from './document-stamps.ts'
import { listSignedPeople, readNoteDocument } from './note-document-facts.ts'
import { writeExport, type ExportSources } from './write-export.ts'

export function bundleHandlers(sources: ExportSources): Handlers<keyof typeof bundleCalls> {
  return {
    'export.note-bundle': ({ sessionId, personId, consent }) =>
      writeBundle(sources, sessionId, personId, consent),
    'export.note-bundles': ({ sessionId }) => writeBundles(sources, sessionId),
  }
}

function writeBundle(
  sources: ExportSources,
  sessionId: SessionId,
  personId: PersonId,
  consent: Consent,
): Result<ExportedFile, Failure> {
  const facts = readNoteDocument(sources.record, sources.log, sessionId, personId, consent)
  if (!facts.ok) return facts
  if (!isAboutPatient(facts.value)) return fail({ code: 'not-a-patient' })
  return writeFacts(sources, facts.value, consent)
}

function writeBundles(sources: ExportSources, sessionId: SessionId): Result<FileBatch, Failure> {
  const { record, log } = sources
  const consent = { kind: 'chart' } as const
  const people = listSignedPeople(log, sessionId)
  if (!people.ok) return people
  const notes: NoteDocumentFacts[] = []
  for (const personId of people.value) {
    const facts = readNoteDocument(record, log, sessionId, personId, consent)
    if (!facts.ok) return facts
    if (isAboutPatient(facts.value)) notes.push(facts.value)
  }
  const files: ExportedFile[] = []
  for (const facts of notes) {
    const file = writeFacts(sources, facts, consent)
    if (!file.ok) {
      const { data: failure } = exportFailureCodeSchema.safeParse(file.error.code)
      return failure === undefined ? file : succeed({ files, total: notes.length, failure })
    }
    files.push(file.value)
  }
  return succeed({ files, total: notes.length, failure: null })
}

// Family, partners and guests have no chart that it could go to.
function isAboutPatient({ note }: NoteDocumentFacts): boolean {
  return note.text.facts.member.role === 'member'
}

function writeFacts(
  sources: ExportSources,
  read: NoteDocumentFacts,
  consent: Consent,
): Result<ExportedFile, Failure> {
  const facts = { ...read, stamp: stampBundle(read) }
  const bundle = noteBundle(facts, sources.clock.read().wallMs)
  const bytes = Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`)
  return writeExport(sources, { stamp: facts.stamp, bytes }, entersDisclosure(sources, consent))
}

/** The stamp of the printed note for the same content as a bundle: its code and version, a hash and a name of its own. */
function stampBundle({ stamp, ...shown }: NoteDocumentFacts): DocumentStamp {
  const kind = 'note-bundle'
  const fileName = stamp.fileName.replace(/\.pdf$/, '.json')
  return { ...stamp, kind, contentHash: hashContent(kind, shown), fileName }
}
