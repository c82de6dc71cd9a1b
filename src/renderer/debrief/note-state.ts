import type { PersonId } from '../../shared/ids.ts'
import { arrivalOf } from '../../shared/record/member-facts.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { awaitingCoSign, noteOf } from './signed-view.ts'

/** How far one member's note has come. */
export type NoteState =
  | { readonly kind: 'absent' | 'to-write' | 'written' }
  | { readonly kind: 'signed'; readonly atMs: number }
  | { readonly kind: 'awaits-co-sign'; readonly atMs: number }

export function noteState(state: SessionState, personId: PersonId, isWritten: boolean): NoteState {
  const note = noteOf(state, personId)
  if (note !== null) {
    const awaits = awaitingCoSign(state, personId).length > 0
    return { kind: awaits ? 'awaits-co-sign' : 'signed', atMs: note.wallMs }
  }
  if (isWritten) return { kind: 'written' }
  const person = state.people.find((one) => one.personId === personId)
  return { kind: person === undefined || arrivalOf(person) === null ? 'absent' : 'to-write' }
}

/** A risk of theirs that nobody has signed for yet. */
export function hasOpenRisk({ followUps }: Pick<SessionState, 'followUps'>, personId: PersonId): boolean {
  return followUps.some((followUp) => followUp.personId === personId && followUp.closed === null)
}
