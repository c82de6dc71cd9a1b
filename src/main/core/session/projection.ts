import type { GroupId, PersonId } from '../../../shared/ids.ts'
import type { Presence, Role } from '../../../shared/session/vocabulary.ts'
import type { LiveSession } from './live-session.ts'

/** What the table `session` keeps of a log. The discarding of a session is no part of it: it stands in no event. */
export interface SessionRow {
  readonly groupId: GroupId
  readonly number: number
  readonly topic: string
  readonly groupType: string
  readonly part2: string
  readonly stage: string
  readonly lengthMinutes: number
  readonly preparedAtMs: number
  readonly plannedStartMs: number | null
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
  readonly elapsedMs: number
  readonly pausedMs: number
  readonly lastSeq: number
  readonly headHash: Uint8Array
}

/** What the table `session_person` keeps of a log. */
export interface SessionPersonRow {
  readonly personId: PersonId
  readonly position: number
  readonly role: Role
  readonly presence: Presence
  readonly hasAgreed: boolean
  readonly isWalkIn: boolean
  readonly presentMs: number
  readonly breakMs: number
  readonly talkMs: number
  readonly turns: number
}

export interface Projection {
  readonly session: SessionRow
  readonly people: readonly SessionPersonRow[]
}

/** The tables' rows for a session as it stands after its last event. Throws on a log that does not begin with its preparation. */
export function projectSession({ state, preparedAtMs, headHash }: LiveSession): Projection {
  if (state.groupId === null) throw new Error('a session that was never prepared has no projection')
  return {
    session: {
      groupId: state.groupId,
      number: state.number,
      // SQLite stores UTF-8, in which half of a surrogate pair has no place.
      topic: state.topic.toWellFormed(),
      groupType: state.groupType,
      part2: state.part2,
      stage: state.stage,
      lengthMinutes: state.lengthMinutes,
      preparedAtMs,
      plannedStartMs: state.plannedStartMs,
      startedAtMs: state.startedAtMs,
      endedAtMs: state.endedAtMs,
      elapsedMs: state.elapsedMs,
      pausedMs: state.pausedMs,
      lastSeq: state.seq,
      headHash,
    },
    people: state.people.map((person, position) => ({
      personId: person.personId,
      position,
      role: person.role,
      presence: person.presence,
      hasAgreed: person.hasAgreed,
      isWalkIn: person.isWalkIn,
      presentMs: person.presentMs,
      breakMs: person.breakMs,
      talkMs: person.talkMs,
      turns: person.turns,
    })),
  }
}
