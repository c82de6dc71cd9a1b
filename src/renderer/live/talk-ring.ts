import { heardShare } from '../../shared/session/sampling.ts'
import type { PersonProgress, SessionState } from '../../shared/session/state.ts'

/** A share of this size fills the ring; nobody's ring says more than that they have spoken a good deal. */
const fullRingShare = 1 / 3

/**
 * How much of a seat's ring is drawn, 0 to 1, in steps of a hundredth: the person's part of all the time that anyone
 * had the floor, or, where turns are not tapped, of the answered samples. A quiet hint and no measure, so it carries no number and stands beside no other.
 */
export function talkRing(
  state: Pick<SessionState, 'people' | 'observation' | 'sampling'>,
  person: PersonProgress,
): number {
  if (state.observation === 'sampling') return Math.round(heardShare(state, person.heardIn) * 100) / 100
  const talkedMs = state.people.reduce((sum, { talkMs }) => sum + talkMs, 0)
  if (talkedMs === 0) return 0
  return Math.round(Math.min(1, person.talkMs / talkedMs / fullRingShare) * 100) / 100
}
