import { amendmentNames } from '../../shared/record/signature-words.ts'
import type { SignedPlace } from '../../shared/session/state.ts'
import { signerName } from '../debrief/signer-name.ts'
import type { SessionView } from './session-view.ts'

/** One line of the signatures: a signer's notes or co-signatures together, each amendment by itself. */
export interface SignatureLine {
  readonly key: string
  readonly kind: SignedPlace['kind']
  readonly title: string
  /** Of the last of them. */
  readonly wallMs: number
  readonly about: string
}

type Named = Pick<SessionView, 'roster' | 'nameOf'>

/** Who signed what, in the order in which it was signed last. */
export function signatureLines(signed: readonly SignedPlace[], named: Named): SignatureLine[] {
  const notes = signed.filter(({ kind }) => kind === 'note')
  const byKey = Map.groupBy(signed, ({ noteId, kind, signedById }) =>
    kind === 'note' || kind === 'co-signature' ? `${kind} ${signedById}` : noteId,
  )
  return Array.from(byKey, ([key, places]) => lineOf(key, places, notes.length, named))
    .filter((line) => line !== null)
    .toSorted((a, b) => a.wallMs - b.wallMs)
}

function lineOf(
  key: string,
  places: readonly SignedPlace[],
  noteCount: number,
  named: Named,
): SignatureLine | null {
  const last = places.at(-1)
  if (last === undefined) return null
  const { kind, personId, signedById, wallMs } = last
  const signer = signerWords(signedById, named)
  if (kind === 'note') {
    const all = noteCount === 1 ? 'the note' : `all ${noteCount}`
    const about = places.length === noteCount ? all : `${places.length} of ${noteCount}`
    return { key, kind, title: signer.full, wallMs, about }
  }
  if (kind === 'co-signature') {
    const about = places.length === 1 ? 'co-signed' : `co-signed ${places.length}`
    return { key, kind, title: signer.full, wallMs, about }
  }
  const title = `${amendmentNames[kind]}, ${named.nameOf(personId)}`
  return { key, kind, title, wallMs, about: signer.short }
}

function signerWords(
  signedById: SignedPlace['signedById'],
  { roster }: Named,
): { readonly full: string; readonly short: string } {
  const signer = roster.facilitators.find(({ id }) => id === signedById)
  if (signer === undefined) return { full: 'No longer on file', short: 'no longer on file' }
  const name = signer.isAuthor ? 'You' : signer.name
  return { full: signerName({ ...signer, name }), short: signer.isAuthor ? 'you' : signer.name }
}
