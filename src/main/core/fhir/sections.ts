import type { DocumentTimes } from '../../../shared/record/document-times.ts'
import type { NoteId } from '../../../shared/ids.ts'
import type { NoteDocumentFacts } from '../../../shared/record/note-document.ts'
import { notePieces } from '../../../shared/record/note-pieces.ts'
import { noteSections } from '../../../shared/record/note-sections.ts'
import type { Amendment, CoSignature, NoteFacts, NoteSignature } from '../../../shared/record/note.ts'
import { part2Statement1 } from '../../../shared/record/part2-statements.ts'
import { sessionFacts } from '../../../shared/record/session-words.ts'
import {
  amendedWords,
  amendmentNames,
  authorWords,
  delayWords,
  nameWithCredentials,
  pinResetWords,
  signedWords,
} from '../../../shared/record/signature-words.ts'
import { isUnderPart2 } from '../../../shared/session/vocabulary.ts'
import { sectionCodes } from './codes.ts'
import { narrative, paragraph, type Xhtml } from './narrative.ts'
import { fhirString } from './plain-text.ts'
import { concept, practitionerId, referTo, type BundleIds } from './references.ts'
import type { Section } from './resources.ts'

/** What the paper shows, in the paper's words and order. */
export function sectionsOf(facts: NoteDocumentFacts, ids: BundleIds, times: DocumentTimes): Section[] {
  return [
    ...noticeSections(facts),
    sessionSection(facts, ids, times),
    ...formatSections(facts, times),
    signatureSection(facts, times),
    ...amendmentSections(facts, times),
  ]
}

/** For whom it is, by what consent, and what 42 CFR part 2 has to say of it: before anything else. */
function noticeSections({ part2, consent, note }: NoteDocumentFacts): Section[] {
  const statements = isUnderPart2(part2) ? part2Statement1.map((text) => paragraph(text)) : []
  if (consent.kind === 'disclosure') {
    const { recipient, purpose, reference } = consent
    const scope = `Disclosed to ${recipient}, for ${purpose}, under written consent ${reference}.`
    const value = fhirString(reference)
    return [
      {
        ...section('Confidentiality', [paragraph(scope), ...statements]),
        // The consent itself is on paper: this is its name, not a resource.
        ...(value === undefined ? {} : { entry: [{ type: 'Consent', identifier: { value } }] }),
      },
    ]
  }
  if (statements.length === 0) return []
  const scope = `this patient’s own chart at ${note.text.facts.clinic}. No consent to disclose it to anybody else is named on this copy.`
  return [section('Confidentiality', [paragraph(scope, 'Scope'), ...statements])]
}

function sessionSection({ note }: NoteDocumentFacts, ids: BundleIds, times: DocumentTimes): Section {
  const { facts } = note.text
  const led = facts.facilitators.map((one) =>
    paragraph(nameWithCredentials(one), one.role === 'co-lead' ? 'Co-facilitator' : 'Facilitator'),
  )
  return {
    ...section('Session', [
      paragraph(times.day(facts.startedAtMs), 'Date'),
      ...sessionParagraphs(facts, times),
      ...led,
    ]),
    entry: [referTo(ids.encounter), referTo(ids.group)],
  }
}

/** How long the session was and the one whom the note is about stayed, how many came, and what it was. */
export function sessionParagraphs(facts: NoteFacts, times: DocumentTimes): Xhtml[] {
  return sessionFacts(facts, times).map(({ label, text, remarks }) =>
    paragraph([text, ...remarks].join('; '), label),
  )
}

function formatSections({ note }: NoteDocumentFacts, times: DocumentTimes): Section[] {
  return noteSections[note.text.words.format].map(({ name, parts }) => {
    const pieces = notePieces(parts, note.text, times).map(({ label, text }) => paragraph(text, label))
    const code = sectionCodes[name]
    return {
      ...section(name, pieces.length === 0 ? [paragraph('Nothing written.')] : pieces),
      code: concept(name, code === undefined ? [] : [code]),
    }
  })
}

function signatureSection(facts: NoteDocumentFacts, times: DocumentTimes): Section {
  const { noteId, text } = facts.note
  const signed = (signature: NoteSignature, as: string) => [
    paragraph(
      `${nameWithCredentials(signature.signer)}. ${as}. Signed electronically. ${times.moment(signature.signedAtMs)}, ${delayWords(signature.delayMs)}`,
    ),
    ...(signature.isLate ? [paragraph('Late entry: it was overdue when it was signed')] : []),
  ]
  const awaited = facts.awaited.includes(noteId)
    ? [paragraph('Not co-signed yet. A co-signature is required')]
    : []
  return section('Signatures', [
    ...signed(text.signature, authorWords(text)),
    ...coSignaturesOf(noteId, facts).flatMap((coSignature) => [
      ...signed(coSignature.signature, 'Co-signature'),
      ...resetParagraphs(coSignature, times),
    ]),
    ...awaited,
  ])
}

/** What was signed after the note, each labelled as what it is, by its author; the note stands unchanged before it. */
function amendmentSections(facts: NoteDocumentFacts, times: DocumentTimes): Section[] {
  return facts.later.flatMap(({ noteId, text }) =>
    text.kind === 'co-signature' ? [] : [amendmentSection(noteId, text, facts, times)],
  )
}

function amendmentSection(
  noteId: NoteId,
  amendment: Amendment,
  facts: NoteDocumentFacts,
  times: DocumentTimes,
): Section {
  const coSigned = coSignaturesOf(noteId, facts).flatMap((coSignature) => [
    paragraph(`Co-signature of ${signedWords(coSignature.signature, times)}`),
    ...resetParagraphs(coSignature, times),
  ])
  const awaited = facts.awaited.includes(noteId)
    ? [paragraph('Not co-signed yet: a co-signature is required.')]
    : []
  const written = amendment.text.trim() === '' ? [] : [paragraph(amendment.text)]
  return {
    ...section(amendmentNames[amendment.kind], [
      paragraph(amendedWords(amendment, times)),
      ...written,
      ...coSigned,
      ...awaited,
    ]),
    author: [referTo(practitionerId(amendment.signature.signer))],
  }
}

/** Who stands for a signed text beside its author. */
export function coSignaturesOf(of: NoteId, { later }: NoteDocumentFacts): CoSignature[] {
  return later.flatMap(({ text }) => (text.kind === 'co-signature' && text.amends === of ? [text] : []))
}

function resetParagraphs(coSignature: CoSignature, times: DocumentTimes): Xhtml[] {
  const words = pinResetWords(coSignature, times)
  return words === '' ? [] : [paragraph(words)]
}

function section(title: string, paragraphs: readonly Xhtml[]): Section {
  return { title, text: narrative('additional', paragraphs) }
}
