import type { PersonId } from '../ids.ts'
import type { Attendee, BodyOf } from './events.ts'
import type { Stamp } from './stamp.ts'
import type { PersonProgress, SessionState, Turn } from './state.ts'
import type { Presence } from './vocabulary.ts'

type PeopleBody = BodyOf<
  | 'member.added'
  | 'agreement.recorded'
  | 'member.expected'
  | 'member.delayed'
  | 'member.arrived'
  | 'member.stepped-out'
  | 'member.returned'
  | 'member.left'
  | 'member.excused'
  | 'member.absent'
  | 'floor.given'
  | 'floor.released'
  | 'mark.made'
>

type PresenceEvent = Exclude<
  PeopleBody['type'],
  'member.added' | 'agreement.recorded' | 'floor.given' | 'floor.released' | 'mark.made'
>

const presenceAfter: Readonly<Record<Exclude<PresenceEvent, 'member.expected'>, Presence>> = {
  'member.delayed': 'delayed',
  'member.arrived': 'present',
  'member.stepped-out': 'out',
  'member.returned': 'present',
  'member.left': 'left',
  'member.excused': 'excused',
  'member.absent': 'absent',
}

/** Events about one person: presence, floor, marks. */
export function applyPeople(state: SessionState, seq: number, stamp: Stamp, body: PeopleBody): SessionState {
  switch (body.type) {
    case 'member.added':
      return { ...state, people: [...state.people, newcomer(body.attendee, true)] }
    case 'agreement.recorded':
      return {
        ...state,
        people: change(state.people, body.personId, (person) => ({ ...person, hasAgreed: true })),
      }
    case 'member.expected':
      return {
        ...state,
        people: change(state.people, body.personId, (person) => ({
          ...person,
          presence: 'expected',
          changes: [],
        })),
      }
    case 'floor.given':
      return giveFloor(state, body.personId)
    case 'floor.released':
      return releaseFloor(state, body.personId)
    case 'mark.made':
      return {
        ...state,
        marks: [
          ...state.marks,
          {
            seq,
            personId: body.personId,
            mark: body.mark,
            atMs: state.elapsedMs,
            wallMs: stamp.wallMs,
            phaseId: state.currentPhaseId,
          },
        ],
      }
    default:
      return changePresence(state, body.personId, presenceAfter[body.type], stamp)
  }
}

/** Someone of whom the session knows nothing yet but that they may come. */
export function newcomer(attendee: Attendee, isWalkIn: boolean): PersonProgress {
  return {
    ...attendee,
    isWalkIn,
    presence: 'expected',
    changes: [],
    presentMs: 0,
    breakMs: 0,
    talkMs: 0,
    turns: 0,
  }
}

function changePresence(
  state: SessionState,
  personId: PersonId,
  presence: Presence,
  stamp: Stamp,
): SessionState {
  const entry = { presence, atMs: state.elapsedMs, wallMs: stamp.wallMs }
  return {
    ...state,
    people: change(state.people, personId, (person) => ({
      ...person,
      presence,
      changes: [...person.changes, entry],
    })),
  }
}

function giveFloor(state: SessionState, personId: PersonId): SessionState {
  const turn: Turn = { personId, startMs: state.elapsedMs, endMs: null }
  return {
    ...state,
    floor: [...state.floor, personId],
    turns: [...state.turns, turn],
    people: change(state.people, personId, (person) => ({ ...person, turns: person.turns + 1 })),
  }
}

function releaseFloor(state: SessionState, personId: PersonId): SessionState {
  return {
    ...state,
    floor: state.floor.filter((holder) => holder !== personId),
    turns: state.turns.map((turn) =>
      turn.personId === personId && turn.endMs === null ? { ...turn, endMs: state.elapsedMs } : turn,
    ),
  }
}

function change(
  people: readonly PersonProgress[],
  personId: PersonId,
  update: (person: PersonProgress) => PersonProgress,
): PersonProgress[] {
  return people.map((person) => (person.personId === personId ? update(person) : person))
}
