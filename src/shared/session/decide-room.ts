import { fail, succeed } from '../result.ts'
import { advance, isBreakPhase } from './advance.ts'
import type { Command } from './commands.ts'
import { releaseAll, type Decision } from './decision.ts'
import type { EventBody } from './events.ts'
import { currentRound } from './round.ts'
import { spansOver } from './sampling.ts'
import type { Stamp } from './stamp.ts'
import type { PersonProgress, SessionState } from './state.ts'

type RoomCommand = Extract<
  Command,
  { type: 'give-floor' | 'release-floor' | 'pass-on' | 'observe' | 'answer-sample' }
>

/** Commands about who is heard. */
export function decideRoom(state: SessionState, command: RoomCommand, stamp: Stamp): Decision {
  switch (command.type) {
    case 'observe':
      return observe(state, command.observation)
    case 'pass-on':
      return passOn(state, command.personId)
    case 'answer-sample':
      return answerSample(state, command, stamp)
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

// The window says which span it asked about: while the answer was on its way, the next may have been over.
function answerSample(
  state: SessionState,
  { sample, heardIds, isComplete }: Extract<RoomCommand, { type: 'answer-sample' }>,
  stamp: Stamp,
): Decision {
  if (state.observation !== 'sampling') return fail('not-sampling')
  if (state.stage !== 'running' && state.stage !== 'paused') return fail('not-running')
  if (sample >= spansOver(advance(state, stamp))) return fail('not-possible')
  const people = state.people.filter(({ personId }) => heardIds.includes(personId))
  if (people.length < heardIds.length) return fail('unknown-person')
  if (!people.every(canBeHeard)) return fail('not-present')
  const known = state.sampling.answers.find((answer) => answer.sample === sample)
  const isSame =
    known?.isComplete === isComplete &&
    known.heardIds.length === heardIds.length &&
    known.heardIds.every((id) => heardIds.includes(id))
  if (isSame) return fail('already-there')
  return succeed([{ type: 'sample.answered', sample, heardIds, isComplete }])
}

function canBeHeard({ role, changes }: PersonProgress): boolean {
  return role !== 'observer' && changes.some(({ presence }) => presence === 'present')
}
