import type { BodyOf } from './events.ts'
import { groupMs } from './sampling.ts'
import type { PersonProgress, Sampling, SessionState } from './state.ts'

/** The sampling mode switched on or off, and the answers to its questions. */
export function applySampling(
  state: SessionState,
  body: BodyOf<'observation.changed' | 'sample.answered'>,
): SessionState {
  if (body.type === 'observation.changed') {
    return {
      ...state,
      observation: body.observation,
      sampling: { ...state.sampling, periods: switchOver(state, body.observation) },
    }
  }
  const { sample, heardIds, isComplete } = body
  const others = state.sampling.answers.filter((answer) => answer.sample !== sample)
  const answers = [...others, { sample, heardIds, isComplete }].toSorted((a, b) => a.sample - b.sample)
  return {
    ...state,
    sampling: { ...state.sampling, answers },
    people: state.people.map((person) => hear(person, sample, heardIds.includes(person.personId))),
  }
}

function switchOver(state: SessionState, to: SessionState['observation']): Sampling['periods'] {
  const nowMs = groupMs(state)
  const closed = state.sampling.periods.map((period) =>
    period.toMs === null ? { ...period, toMs: nowMs } : period,
  )
  return to === 'sampling' ? [...closed, { fromMs: nowMs, toMs: null }] : closed
}

function hear(person: PersonProgress, sample: number, isHeard: boolean): PersonProgress {
  if (person.heardIn.includes(sample) === isHeard) return person
  const others = person.heardIn.filter((one) => one !== sample)
  return { ...person, heardIn: isHeard ? [...others, sample].toSorted((a, b) => a - b) : others }
}
