import type { PersonId } from '../ids.ts'
import type { AmendmentKind } from '../record/note-kinds.ts'
import { fail, succeed } from '../result.ts'
import type { CoreCommand } from './commands.ts'
import type { Decision } from './decision.ts'
import type { SessionState, SignedPlace } from './state.ts'
import { isFacilitator, isLeading } from './vocabulary.ts'

type SignCommand = Extract<CoreCommand, { type: 'sign-note' }>

/** Signatures. What is signed never changes: more can be said of it, each with a signature of its own. */
export function decideSigning(state: SessionState, command: SignCommand): Decision {
  const { type: _, ...signed } = command
  if (state.stage !== 'ended') return fail('not-closed')
  const person = state.people.find(({ personId }) => personId === signed.personId)
  if (person === undefined || isFacilitator(person.role)) return fail('unknown-person')
  // An id names one text.
  if (state.signed.some(({ noteId }) => noteId === signed.noteId)) return fail('already-signed')
  const amended = state.signed.find(
    ({ noteId, personId }) => noteId === signed.amends && personId === signed.personId,
  )
  const refusal = refuse(state, signed, amended)
  return refusal === null ? succeed([{ type: 'note.signed', ...signed }]) : fail(refusal)
}

function refuse(
  state: SessionState,
  { kind, personId, amends, signedById }: Omit<SignCommand, 'type'>,
  amended: SignedPlace | undefined,
) {
  switch (kind) {
    case 'note':
      if (amends !== null) return 'unknown-note'
      if (state.signed.some((one) => one.kind === 'note' && one.personId === personId))
        return 'already-signed'
      return maySign(state, signedById) ? null : 'may-not-sign'
    case 'late-entry':
    case 'addendum':
    case 'correction':
    case 'attestation':
      if (amended?.kind !== 'note') return 'unknown-note'
      return mayAmend(state, kind, signedById) ? null : 'may-not-sign'
    case 'co-signature':
      // The core has looked up that the clinic lets this person co-sign; they need not have been in the room.
      if (amended === undefined || amended.kind === 'co-signature') return 'unknown-note'
      if (isCoSigned(state, amended)) return 'already-signed'
      return amended.signedById === signedById ? 'may-not-sign' : null
  }
}

/** Whether somebody led a session, and so may sign its notes. */
export function maySign({ people }: Pick<SessionState, 'people'>, signerId: PersonId): boolean {
  return people.some(({ personId, role }) => personId === signerId && isLeading(role))
}

/** Whether somebody may add to a signed note: who only sat in can attest to what they saw. */
export function mayAmend(
  state: Pick<SessionState, 'people'>,
  kind: AmendmentKind,
  signerId: PersonId,
): boolean {
  if (kind !== 'attestation') return maySign(state, signerId)
  return state.people.some(({ personId, role }) => personId === signerId && isFacilitator(role))
}

/** Whether somebody stands for a signed text beside its author. */
export function isCoSigned({ signed }: Pick<SessionState, 'signed'>, { noteId }: SignedPlace): boolean {
  return signed.some(({ kind, amends }) => kind === 'co-signature' && amends === noteId)
}
