import type { PersonId } from '../ids.ts'
import { longestSilenceMs } from './arcs.ts'
import type { MadeMark, Turn } from './state.ts'

/** Feedback from one member to another. */
export interface Slur {
  /** The `seq` of the feedback mark. */
  readonly mark: number
  /** Who gave it, and when they took the floor for it. */
  readonly giverId: PersonId
  readonly givenMs: number
  /** Who had spoken before, and when they had last been heard until then. */
  readonly receiverId: PersonId
  readonly heardMs: number
}

/**
 * Whom feedback was given to, as far as turns tell. A feedback mark belongs to the giver's turn in which it was made, or
 * that ended no longer than two minutes before; without one, to the moment of the mark. It goes to the member, other than
 * the giver, who had taken the floor last before that and was still heard within two minutes of it: facilitators who spoke
 * in between asked for it. Where nobody was, the feedback stays a mark. Made from tapped turns alone.
 */
export function slursOf(
  turns: readonly Turn[],
  marks: readonly MadeMark[],
  memberIds: ReadonlySet<PersonId>,
): Slur[] {
  const ofMembers = turns.filter(({ personId }) => memberIds.has(personId))
  return marks.flatMap(({ seq, mark, personId, atMs }): Slur[] => {
    if (mark !== 'feedback' || !memberIds.has(personId)) return []
    const given = ofMembers.findLast(
      (turn) => turn.personId === personId && turn.startMs <= atMs && endOf(turn) >= atMs - longestSilenceMs,
    )
    const givenMs = given?.startMs ?? atMs
    const heard = ofMembers.findLast((turn) => turn.personId !== personId && turn.startMs <= givenMs)
    if (heard === undefined || endOf(heard) < givenMs - longestSilenceMs) return []
    const heardMs = Math.min(endOf(heard), givenMs)
    return [{ mark: seq, giverId: personId, givenMs, receiverId: heard.personId, heardMs }]
  })
}

function endOf({ endMs }: Turn): number {
  return endMs ?? Infinity
}
