import type { DebriefFacts } from '../debrief/debrief-view.ts'
import type { Seated } from '../live/seated.ts'

/** The members whose notes are signed, in the order of the seats. */
export function signedMembers({ state, members }: Pick<DebriefFacts, 'state' | 'members'>): Seated[] {
  const signed = new Set(state.signed.filter(({ kind }) => kind === 'note').map(({ personId }) => personId))
  return members.filter(({ personId }) => signed.has(personId))
}
