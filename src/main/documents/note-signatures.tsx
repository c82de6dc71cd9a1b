import type { NoteId } from '../../shared/ids.ts'
import type { NoteDocumentFacts } from '../../shared/record/note-document.ts'
import type { AmendmentKind } from '../../shared/record/note-kinds.ts'
import type { Amendment, NoteSignature } from '../../shared/record/note.ts'
import { nameWithCredentials, Part, Words } from './parts.tsx'
import type { TimeWords } from './times.ts'

const kindNames: Readonly<Record<AmendmentKind, string>> = {
  'late-entry': 'Late entry',
  addendum: 'Addendum',
  correction: 'Correction',
  attestation: 'Attestation',
}

const hourMs = 3_600_000

/** Whole hours, as auditors ask for them. */
function delayWords(delayMs: number): string {
  return `${Math.max(0, Math.floor(delayMs / hourMs))} h after the session`
}

interface SignedProps {
  readonly signature: NoteSignature
  /** What the signer signed as. */
  readonly as: string
  readonly words: TimeWords
}

export function Signed({ signature, as, words }: SignedProps) {
  const { signer, signedAtMs, delayMs, isLate } = signature
  return (
    <div className="signature">
      <p>
        <bdi>{nameWithCredentials(signer)}</bdi>
      </p>
      <p className="remark">{as}. Signed electronically</p>
      <p className="remark">
        {words.moment(signedAtMs)}, {delayWords(delayMs)}
      </p>
      {isLate && <p className="remark">Late entry: it was overdue when it was signed</p>}
    </div>
  )
}

interface LaterProps {
  readonly facts: NoteDocumentFacts
  readonly words: TimeWords
}

/** Who stands for the note beside its author. */
export function CoSignatures({ of, facts, words }: LaterProps & { readonly of: NoteId }) {
  const awaited = facts.awaited.includes(of)
  return (
    <>
      {facts.later.map(({ noteId, text }) =>
        text.kind === 'co-signature' && text.amends === of ? (
          <Signed key={noteId} signature={text.signature} as="Co-signature" words={words} />
        ) : null,
      )}
      {awaited && (
        <div className="signature">
          <p>Not co-signed yet</p>
          <p className="remark">A co-signature is required</p>
        </div>
      )}
    </>
  )
}

/** `1 correction and 2 addenda`, or nothing. */
export function amendmentCounts({ later }: NoteDocumentFacts): string {
  const plurals: Readonly<Record<AmendmentKind, string>> = {
    'late-entry': 'late entries',
    addendum: 'addenda',
    correction: 'corrections',
    attestation: 'attestations',
  }
  const kinds: readonly AmendmentKind[] = ['correction', 'late-entry', 'addendum', 'attestation']
  const counted = kinds.flatMap((kind) => {
    const count = later.filter(({ text }) => text.kind === kind).length
    if (count === 0) return []
    return [`${count} ${count === 1 ? kindNames[kind].toLowerCase() : plurals[kind]}`]
  })
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(counted)
}

/** What was signed after the note, each labelled as what it is; the note stands unchanged above. */
export function Amendments({ facts, words }: LaterProps) {
  const amendments = facts.later.flatMap(({ noteId, text }) =>
    text.kind === 'co-signature' ? [] : [{ noteId, amendment: text }],
  )
  if (amendments.length === 0) return null
  return (
    <div className="amendments">
      <p className="remark">The note above stands as it was signed. What was signed later:</p>
      {amendments.map(({ noteId, amendment }) => (
        <Part key={noteId} heading={kindNames[amendment.kind]}>
          <p className="remark">{dated(amendment, words)}</p>
          <Words text={amendment.text} />
          <CoSigned of={noteId} facts={facts} words={words} />
        </Part>
      ))}
    </div>
  )
}

function dated({ kind, signature }: Amendment, words: TimeWords): string {
  return `${kindNames[kind]} of ${signedWords(signature, words)}`
}

/** `26 Nov 2026, 15:31, 44 h after the session, signed electronically by Nora Field, LCSW`. */
function signedWords({ signer, signedAtMs, delayMs }: NoteSignature, words: TimeWords): string {
  const when = `${words.moment(signedAtMs)}, ${delayWords(delayMs)}`
  return `${when}, signed electronically by ${nameWithCredentials(signer)}`
}

/** Who stands for an amendment beside its author, a line each. */
function CoSigned({ of, facts, words }: LaterProps & { readonly of: NoteId }) {
  return (
    <>
      {facts.later.map(({ noteId, text }) =>
        text.kind === 'co-signature' && text.amends === of ? (
          <p key={noteId} className="remark">
            Co-signature of {signedWords(text.signature, words)}
          </p>
        ) : null,
      )}
      {facts.awaited.includes(of) && <p className="remark">Not co-signed yet: a co-signature is required.</p>}
    </>
  )
}
