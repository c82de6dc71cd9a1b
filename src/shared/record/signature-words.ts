import { listed } from '../count.ts'
import type { DocumentTimes } from './document-times.ts'
import type { NoteDocumentFacts } from './note-document.ts'
import type { AmendmentKind } from './note-kinds.ts'
import type { Amendment, CoSignature, NoteSignature, SignedNote, Signer } from './note.ts'

export const amendmentNames: Readonly<Record<AmendmentKind, string>> = {
  'late-entry': 'Late entry',
  addendum: 'Addendum',
  correction: 'Correction',
  attestation: 'Attestation',
}

const amendmentPlurals: Readonly<Record<AmendmentKind, string>> = {
  'late-entry': 'late entries',
  addendum: 'addenda',
  correction: 'corrections',
  attestation: 'attestations',
}

const hourMs = 3_600_000

export function nameWithCredentials({ name, credentials }: Pick<Signer, 'name' | 'credentials'>): string {
  return credentials === '' ? name : `${name}, ${credentials}`
}

/** Whole hours, as auditors ask for them. */
export function delayWords(delayMs: number): string {
  return `${Math.max(0, Math.floor(delayMs / hourMs))} h after the session`
}

/** `26 Nov 2026, 15:31, 44 h after the session, signed electronically by Nora Field, LCSW`. */
export function signedWords(
  { signer, signedAtMs, delayMs }: NoteSignature,
  times: Pick<DocumentTimes, 'moment'>,
): string {
  const when = `${times.moment(signedAtMs)}, ${delayWords(delayMs)}`
  return `${when}, signed electronically by ${nameWithCredentials(signer)}`
}

/** `Signed with a PIN that was set anew on 22 Nov 2026, 10:40, without the one before`; empty where it was not. */
export function pinResetWords(
  { pinResetAtMs }: Pick<CoSignature, 'pinResetAtMs'>,
  times: Pick<DocumentTimes, 'moment'>,
): string {
  if (pinResetAtMs === undefined) return ''
  return `Signed with a PIN that was set anew on ${times.moment(pinResetAtMs)}, without the one before`
}

/** `Late entry of 26 Nov 2026, …`. */
export function amendedWords(
  { kind, signature }: Pick<Amendment, 'kind' | 'signature'>,
  times: Pick<DocumentTimes, 'moment'>,
): string {
  return `${amendmentNames[kind]} of ${signedWords(signature, times)}`
}

/** As what the author signed: `Author, co-facilitator`. */
export function authorWords({ facts, signature }: SignedNote): string {
  const author = facts.facilitators.find(({ personId }) => personId === signature.signer.personId)
  return author?.role === 'co-lead' ? 'Author, co-facilitator' : 'Author, facilitator'
}

/** `1 correction and 2 addenda`, or nothing. */
export function amendmentCounts({ later }: Pick<NoteDocumentFacts, 'later'>): string {
  const kinds: readonly AmendmentKind[] = ['correction', 'late-entry', 'addendum', 'attestation']
  const counts = kinds.flatMap((kind) => {
    const count = later.filter(({ text }) => text.kind === kind).length
    if (count === 0) return []
    return [`${count} ${count === 1 ? amendmentNames[kind].toLowerCase() : amendmentPlurals[kind]}`]
  })
  return listed(counts)
}
