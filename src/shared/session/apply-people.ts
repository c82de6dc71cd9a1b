import type { PersonId } from '../ids.ts'
import type { Attendee, BodyOf } from './events.ts'
import { applySampling } from './apply-sampling.ts'
import { own, type OwnTurns } from './own-turns.ts'
import { joinRound } from './round.ts'
import type { Stamp } from './stamp.ts'
import type { PersonProgress, SessionState } from './state.ts'
import { isFacilitator, type Presence } from './vocabulary.ts'

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
  | 'member.substituted'
  | 'lead.handed-over'
  | 'floor.given'
  | 'floor.released'
  | 'observation.changed'
  | 'sample.answered'
>

type PresenceEvent =
  | 'member.delayed'
  | 'member.arrived'
  | 'member.stepped-out'
  | 'member.returned'
  | 'member.left'
  | 'member.excused'
  | 'member.absent'
  | 'member.substituted'

const presenceAfter: Readonly<Record<PresenceEvent, Presence>> = {
  'member.delayed': 'delayed',
  'member.arrived': 'present',
  'member.stepped-out': 'out',
  'member.returned': 'present',
  'member.left': 'left',
  'member.excused': 'excused',
  'member.absent': 'absent',
  'member.substituted': 'substituted',
}

/** Events about people: presence, roles, and who is heard. */
export function applyPeople(
  state: SessionState,
  stamp: Stamp,
  body: PeopleBody,
  turns: OwnTurns,
): SessionState {
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
      return giveFloor(state, body.personId, turns)
    case 'floor.released':
      return releaseFloor(state, body.personId, turns)
    case 'observation.changed':
    case 'sample.answered':
      return applySampling(state, body)
    case 'lead.handed-over':
      return { ...state, people: state.people.map((person) => handOver(person, body.personId)) }
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
    heardIn: [],
  }
}

function handOver(person: PersonProgress, leadId: PersonId): PersonProgress {
  if (person.personId === leadId) return { ...person, role: 'lead' }
  return person.role === 'lead' ? { ...person, role: 'co-lead' } : person
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

function giveFloor(before: SessionState, personId: PersonId, owned: OwnTurns): SessionState {
  const turns = own(owned, before.turns)
  turns.push({ personId, startMs: before.elapsedMs, endMs: null })
  // Whoever speaks while another member has the turn of a round answers them; their own turn is still to come.
  const isOwnTurn = before.floor.every((holder) => isFacilitatorHere(before, holder))
  const state = isOwnTurn ? joinRound(before, personId) : before
  return {
    ...state,
    floor: [...state.floor, personId],
    turns,
    people: change(state.people, personId, (person) => ({ ...person, turns: person.turns + 1 })),
  }
}

function isFacilitatorHere({ people }: SessionState, id: PersonId): boolean {
  return people.some(({ personId, role }) => personId === id && isFacilitator(role))
}

function releaseFloor(state: SessionState, personId: PersonId, owned: OwnTurns): SessionState {
  const turns = own(owned, state.turns)
  // A person has one open turn at most, among the last of what may be thousands.
  const index = turns.findLastIndex((turn) => turn.personId === personId && turn.endMs === null)
  const open = turns[index]
  if (open !== undefined) turns[index] = { ...open, endMs: state.elapsedMs }
  return { ...state, floor: state.floor.filter((holder) => holder !== personId), turns }
}

function change(
  people: readonly PersonProgress[],
  personId: PersonId,
  update: (person: PersonProgress) => PersonProgress,
): PersonProgress[] {
  return people.map((person) => (person.personId === personId ? update(person) : person))
}
