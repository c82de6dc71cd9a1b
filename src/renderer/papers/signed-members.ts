import type { DebriefFacts } from '../debrief/debrief-view.ts'
import { noteOf } from '../debrief/signed-view.ts'
import type { Seated } from '../live/seated.ts'

/** The members whose notes are signed, in the order of the seats. */
export function signedMembers({ state, members }: Pick<DebriefFacts, 'state' | 'members'>): Seated[] {
  return members.filter(({ personId }) => noteOf(state, personId) !== null)
}
