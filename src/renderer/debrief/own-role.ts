import type { PersonId } from '../../shared/ids.ts'
import { amendmentKindSchema, type AmendmentKind } from '../../shared/record/note-kinds.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { maySign } from '../../shared/session/decide-signing.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'

/** What whoever works at this console was in a session: only who led it signs its notes. */
type OwnRole = 'led' | 'sat-in' | 'was-not-there'

export function ownRole(
  state: Pick<SessionState, 'people'>,
  facilitators: readonly Pick<Facilitator, 'id' | 'isAuthor'>[],
): OwnRole {
  const authorId: PersonId | undefined = facilitators.find(({ isAuthor }) => isAuthor)?.id
  if (authorId === undefined) return 'was-not-there'
  if (maySign(state, authorId)) return 'led'
  const satIn = state.people.some(({ personId, role }) => personId === authorId && isFacilitator(role))
  return satIn ? 'sat-in' : 'was-not-there'
}

/** What they may add to a signed note: who only sat in can attest to what they saw. */
export function amendmentKindsOf(role: OwnRole): readonly AmendmentKind[] {
  switch (role) {
    case 'led':
      return amendmentKindSchema.options
    case 'sat-in':
      return ['attestation']
    case 'was-not-there':
      return []
  }
}

/** Why they cannot sign a note, in words for the screen; null where they can. */
export function whyNotSign(role: OwnRole): string | null {
  switch (role) {
    case 'led':
      return null
    case 'sat-in':
      return 'You sat in. Who led the session signs its notes; once one is signed, you can attest to it.'
    case 'was-not-there':
      return 'Who led the session signs its notes, and you were not there.'
  }
}
