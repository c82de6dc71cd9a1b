import { stampTitle } from '../../../shared/record/document-stamp.ts'
import { documentTimes, type DocumentTimes } from '../../../shared/record/document-times.ts'
import { lateEntryWords } from '../../../shared/record/late-entry.ts'
import type { NoteDocumentFacts } from '../../../shared/record/note-document.ts'
import type { NoteSignature } from '../../../shared/record/note.ts'
import { part2Statement2 } from '../../../shared/record/part2-statements.ts'
import { amendmentCounts } from '../../../shared/record/signature-words.ts'
import { isUnderPart2 } from '../../../shared/session/vocabulary.ts'
import { progressNote, securityLabels } from './codes.ts'
import { isoLocalTime } from '../../../shared/iso-time.ts'
import { narrative, paragraph, type Xhtml } from './narrative.ts'
import { nameText, concept, practitionerId, referTo, type BundleIds } from './references.ts'
import { urnOf } from './resource-id.ts'
import type { Composition } from './resources.ts'
import { coSignaturesOf, sectionsOf } from './sections.ts'

export function composition(
  facts: NoteDocumentFacts,
  ids: BundleIds,
  locale: string | undefined,
): Composition {
  const { text: note, noteId } = facts.note
  const { clinic, zone } = note.facts
  const times = documentTimes(zone, locale)
  const attest = ({ signer, signedAtMs }: NoteSignature) => ({
    mode: 'professional' as const,
    time: isoLocalTime(signedAtMs, zone),
    party: referTo(practitionerId(signer)),
  })
  return {
    resourceType: 'Composition',
    id: ids.composition,
    meta: { security: securityLabels(facts.part2) },
    text: narrative('additional', headWords(facts, times, locale)),
    // Stays the same when the note is amended; the bundle's own does not.
    identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(ids.composition) },
    status: statusOf(facts),
    type: concept('Group progress note', [progressNote]),
    // A class of documents as in FHIR's own value set (document-classcodes); this one is its own class.
    category: [concept('Progress note', [progressNote])],
    subject: referTo(ids.patient),
    encounter: referTo(ids.encounter),
    date: isoLocalTime(lastWrittenMs(facts), zone),
    author: [referTo(practitionerId(note.signature.signer))],
    title: `Group progress note, ${note.words.format}`,
    confidentiality: 'R',
    attester: [note.signature, ...coSignaturesOf(noteId, facts).map(({ signature }) => signature)].map(
      attest,
    ),
    custodian: { display: nameText(clinic) },
    section: sectionsOf(facts, ids, times),
  }
}

/** What the paper has at its head and its foot: whose and of which day it is, what came later, and what proves it. */
function headWords(facts: NoteDocumentFacts, times: DocumentTimes, locale: string | undefined): Xhtml[] {
  const { clinic, startedAtMs, endedAtMs, enteredLateAtMs, zone } = facts.note.text.facts
  const amended = amendmentCounts(facts)
  return [
    paragraph(`${clinic}. Confidential`),
    paragraph(`Group progress note, ${facts.note.text.words.format}. ${times.day(startedAtMs)}`),
    ...(enteredLateAtMs === null
      ? []
      : [paragraph(`${lateEntryWords(enteredLateAtMs, endedAtMs, zone, locale)}.`)]),
    ...(amended === '' ? [] : [paragraph(`Amended after it was signed: ${amended}, at the end.`)]),
    ...(isUnderPart2(facts.part2) ? [paragraph(part2Statement2)] : []),
    paragraph(stampTitle(facts.stamp)),
    paragraph(facts.stamp.contentHash, 'Content, SHA-256'),
  ]
}

/** *Preliminary* while the clinic wants a second signature that is not there: nobody has verified it for them yet. */
function statusOf({ note, later, awaited }: NoteDocumentFacts): Composition['status'] {
  if (awaited.includes(note.noteId)) return 'preliminary'
  return later.some(({ text }) => text.kind !== 'co-signature') ? 'amended' : 'final'
}

/** When its author, or the author of what amends it, last wrote: a co-signature changes no word. */
function lastWrittenMs({ note, later }: NoteDocumentFacts): number {
  const written = later.filter(({ text }) => text.kind !== 'co-signature')
  return Math.max(note.text.signature.signedAtMs, ...written.map(({ text }) => text.signature.signedAtMs))
}
