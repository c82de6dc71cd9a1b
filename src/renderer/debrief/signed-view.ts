import type { NoteId, PersonId } from '../../shared/ids.ts'
import type { SignedEntry } from '../../shared/ipc/note-calls.ts'
import type { Amendment, CoSignature, SignedNote } from '../../shared/record/note.ts'
import type { SessionState, SignedPlace } from '../../shared/session/state.ts'
import { isCoSigned } from '../../shared/session/decide-signing.ts'

/** A signed text and the signature that stands beside its author's, if there is one. */
interface Signed<Text> {
  readonly noteId: NoteId
  readonly text: Text
  /** Null where nobody has to co-sign. */
  readonly coSignature: 'awaited' | CoSignature | null
}

/** One member's signed note with everything that was added to it since, in that order. */
export interface SignedView {
  readonly note: Signed<SignedNote>
  readonly amendments: readonly Signed<Amendment>[]
}

/** Whether the member's note is signed, from the log alone: the texts may still be on their way. */
export function noteOf({ signed }: Pick<SessionState, 'signed'>, personId: PersonId): SignedPlace | null {
  return signed.find((place) => place.kind === 'note' && place.personId === personId) ?? null
}

/** Signed texts of a member that somebody else has still to stand for. */
export function awaitingCoSign(
  state: Pick<SessionState, 'signed'>,
  personId: PersonId,
): readonly SignedPlace[] {
  return state.signed.filter(
    (place) => place.personId === personId && place.needsCoSignature && !isCoSigned(state, place),
  )
}

/** Null while the note is not signed. */
export function signedView(
  entries: readonly SignedEntry[],
  state: { readonly signed: readonly Pick<SignedPlace, 'noteId' | 'needsCoSignature'>[] },
  personId: PersonId,
): SignedView | null {
  const own = entries.filter((entry) => entry.personId === personId)
  const coSignature = (noteId: NoteId): Signed<never>['coSignature'] => {
    const signature = own.find(({ text }) => text.kind === 'co-signature' && text.amends === noteId)?.text
    if (signature?.kind === 'co-signature') return signature
    const place = state.signed.find((one) => one.noteId === noteId)
    return place?.needsCoSignature === true ? 'awaited' : null
  }
  const note = own.flatMap(({ noteId, text }) =>
    text.kind === 'note' ? [{ noteId, text, coSignature: coSignature(noteId) }] : [],
  )[0]
  if (note === undefined) return null
  const amendments = own.flatMap(({ noteId, text }) =>
    text.kind === 'note' || text.kind === 'co-signature'
      ? []
      : [{ noteId, text, coSignature: coSignature(noteId) }],
  )
  return { note, amendments }
}
