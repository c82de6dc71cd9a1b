import type { NoteId } from '../../shared/ids.ts'
import type { DocumentTimes } from '../../shared/record/document-times.ts'
import type { NoteDocumentFacts } from '../../shared/record/note-document.ts'
import type { NoteSignature } from '../../shared/record/note.ts'
import {
  amendedWords,
  amendmentNames,
  delayWords,
  nameWithCredentials,
  pinResetWords,
  signedWords,
} from '../../shared/record/signature-words.ts'
import { Part, Words } from './parts.tsx'

interface SignedProps {
  readonly signature: NoteSignature
  /** What the signer signed as. */
  readonly as: string
  readonly words: DocumentTimes
  /** What else is to be said of how it was signed; empty where nothing is. */
  readonly children?: string
}

export function Signed({ signature, as, words, children = '' }: SignedProps) {
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
      {children !== '' && <p className="remark">{children}</p>}
      {isLate && <p className="remark">Late entry: it was overdue when it was signed</p>}
    </div>
  )
}

interface LaterProps {
  readonly facts: NoteDocumentFacts
  readonly words: DocumentTimes
}

/** Who stands for the note beside its author. */
export function CoSignatures({ of, facts, words }: LaterProps & { readonly of: NoteId }) {
  const awaited = facts.awaited.includes(of)
  return (
    <>
      {facts.later.map(({ noteId, text }) =>
        text.kind === 'co-signature' && text.amends === of ? (
          <Signed key={noteId} signature={text.signature} as="Co-signature" words={words}>
            {pinResetWords(text, words)}
          </Signed>
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
        <Part key={noteId} heading={amendmentNames[amendment.kind]}>
          <p className="remark">{amendedWords(amendment, words)}</p>
          <Words text={amendment.text} />
          <CoSigned of={noteId} facts={facts} words={words} />
        </Part>
      ))}
    </div>
  )
}

/** Who stands for an amendment beside its author, a line each. */
function CoSigned({ of, facts, words }: LaterProps & { readonly of: NoteId }) {
  return (
    <>
      {facts.later.map(({ noteId, text }) =>
        text.kind === 'co-signature' && text.amends === of ? (
          <p key={noteId} className="remark">
            Co-signature of{' '}
            {[signedWords(text.signature, words), pinResetWords(text, words)].filter(Boolean).join('. ')}
          </p>
        ) : null,
      )}
      {facts.awaited.includes(of) && <p className="remark">Not co-signed yet: a co-signature is required.</p>}
    </>
  )
}
