import { fail, succeed } from '../result.ts'
import { isBreakPhase, passedMs } from './advance.ts'
import type { Command } from './commands.ts'
import { releaseAll, type Decision } from './decision.ts'
import type { EventBody } from './events.ts'
import { currentRound } from './round.ts'
import { sampleAt } from './sampling.ts'
import type { Stamp } from './stamp.ts'
import type { PersonProgress, SessionState } from './state.ts'

type RoomCommand = Extract<
  Command,
  { type: 'give-floor' | 'release-floor' | 'pass-on' | 'observe' | 'note-heard' }
>

/** Commands about who is heard. */
export function decideRoom(state: SessionState, command: RoomCommand, stamp: Stamp): Decision {
  switch (command.type) {
    case 'observe':
      return observe(state, command.observation)
    case 'pass-on':
      return passOn(state, command.personId)
    default:
      break
  }
  const person = state.people.find(({ personId }) => personId === command.personId)
  if (person === undefined) return fail('unknown-person')
  switch (command.type) {
    case 'give-floor':
      return state.observation === 'sampling' ? fail('sampling') : giveFloor(state, person)
    case 'release-floor':
      return state.floor.includes(person.personId)
        ? succeed([{ type: 'floor.released', personId: person.personId }])
        : fail('no-floor')
    case 'note-heard':
      return noteHeard(state, person, stamp)
  }
}

function giveFloor(state: SessionState, person: PersonProgress): Decision {
  if (state.stage === 'paused' || isBreakPhase(state)) return fail('on-break')
  if (state.stage !== 'running') return fail('not-running')
  if (person.presence !== 'present' || person.role === 'observer') return fail('not-present')
  if (state.floor.includes(person.personId)) return fail('has-floor')
  return succeed([{ type: 'floor.given', personId: person.personId }])
}

// The clock of a round is worth its one key even where turns are not tapped otherwise.
function passOn(state: SessionState, personId: PersonProgress['personId'] | null): Decision {
  if (state.stage !== 'running') return fail(state.stage === 'paused' ? 'on-break' : 'not-running')
  if (currentRound(state) === null) return fail('not-in-round')
  const released = releaseAll(state)
  if (personId === null) return released.length === 0 ? fail('no-floor') : succeed(released)
  const person = state.people.find((one) => one.personId === personId)
  if (person === undefined) return fail('unknown-person')
  const given = giveFloor({ ...state, floor: [] }, person)
  return given.ok ? succeed<EventBody[]>([...released, ...given.value]) : given
}

function observe(state: SessionState, observation: SessionState['observation']): Decision {
  if (state.observation === observation) return fail('already-there')
  return succeed([...releaseAll(state), { type: 'observation.changed', observation }])
}

function noteHeard(state: SessionState, person: PersonProgress, stamp: Stamp): Decision {
  if (state.observation !== 'sampling') return fail('not-sampling')
  if (state.stage !== 'running' && state.stage !== 'paused') return fail('not-running')
  if (person.role === 'observer') return fail('not-present')
  if (person.changes.every(({ presence }) => presence !== 'present')) return fail('not-present')
  const sample = sampleAt(state.elapsedMs + passedMs(state, stamp))
  if (person.heardIn.includes(sample)) return fail('already-there')
  return succeed([{ type: 'member.heard', personId: person.personId, sample }])
}
