import type { PersonId } from '../../shared/ids.ts'
import type { FollowUpKey } from '../../shared/ipc/follow-up-calls.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import { erasedMember } from '../../shared/roster/erased-member.ts'
import type { FollowUp, SessionState } from '../../shared/session/state.ts'

/** A follow-up as its dialog tells of it. */
export type FollowUpView = FollowUpKey & {
  readonly personName: string
  /** Milliseconds since 1970 UTC. */
  readonly openedAtMs: number
  /** Where the risk was told: a phase, or a questionnaire. Null while that is being read. */
  readonly phaseName: string | null
  readonly ownerId: PersonId | null
}

/** One follow-up among those of both kinds. */
export function followUpKey(about: FollowUpKey): string {
  return 'mark' in about ? `${about.sessionId} ${about.mark}` : about.followUpId
}

/** Follow-ups that nobody has signed, in the order of their marks. */
export function openFollowUps({ followUps }: Pick<SessionState, 'followUps'>): FollowUp[] {
  return followUps.filter(({ closed }) => closed === null)
}

/** Who sees to it: whoever leads the session, until somebody else is named. */
export function ownerOf(
  { people }: Pick<SessionState, 'people'>,
  { ownerId }: Pick<FollowUp, 'ownerId'>,
): PersonId | null {
  return ownerId ?? people.find(({ role }) => role === 'lead')?.personId ?? null
}

/** The phase in which a mark was made, or how else it came into the session. */
export function phaseOfMark(
  { marks, phases, endedAtMs, enteredLateAtMs }: SessionState,
  mark: number,
): string {
  const made = marks.find(({ seq }) => seq === mark)
  if (made === undefined) return ''
  if (made.wallMs === enteredLateAtMs) return 'from the paper sheet'
  if (endedAtMs !== null && made.wallMs > endedAtMs) return 'after the close'
  return phases.find(({ id }) => id === made.phaseId)?.name ?? 'before the start'
}

/** `you`, or the name of the facilitator who sees to it. */
export function ownerWords(roster: Roster | null, ownerId: PersonId | null): string {
  const owner = roster?.facilitators.find(({ id }) => id === ownerId)
  if (owner === undefined) return 'not named'
  return owner.isAuthor ? 'you' : owner.name
}

/** By the name on file now. */
export function memberName({ members }: Roster, personId: PersonId): string {
  return members.find(({ id }) => id === personId)?.preferredName ?? erasedMember
}
