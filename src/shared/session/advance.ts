import type { PersonId } from '../ids.ts'
import { elapsedBetween, type Stamp } from './stamp.ts'
import type { PersonProgress, PhaseProgress, SessionState, TimeSpent } from './state.ts'

/**
 * The session as it stands at a later reading of the clocks, with nothing else having happened. Every clock on screen is
 * this function: phase time, talk time, minutes attended and silence can never disagree.
 * `awayMs` of the passed time were not observed by the console; nobody is taken to have talked in them.
 */
export function advance(state: SessionState, stamp: Stamp, awayMs = 0): SessionState {
  if (state.stamp === null) return { ...state, stamp }
  if (state.stage !== 'running' && state.stage !== 'paused') return { ...state, stamp }
  const passedMs = elapsedBetween(state.stamp, stamp)
  const unobservedMs = Math.min(passedMs, awayMs)
  const seen = pass(state, passedMs - unobservedMs, true)
  return { ...pass(seen, unobservedMs, false), stamp }
}

function pass(state: SessionState, ms: number, isObserved: boolean): SessionState {
  if (ms === 0) return state
  const isPaused = state.stage === 'paused'
  const isBreak = isPaused || isBreakPhase(state)
  const talkers = isBreak || !isObserved ? [] : state.floor
  return {
    ...state,
    elapsedMs: state.elapsedMs + ms,
    pausedMs: state.pausedMs + (isPaused ? ms : 0),
    phases: isPaused ? state.phases : state.phases.map((phase) => passPhase(phase, ms)),
    people: state.people.map((person) => passPerson(person, ms, isBreak, talkers)),
    time: passTime(state.time, ms, isBreak, isObserved, talkers.length),
  }
}

export function isBreakPhase(state: Pick<SessionState, 'phases' | 'currentPhaseId'>): boolean {
  return state.phases.some((phase) => phase.id === state.currentPhaseId && phase.kind === 'break')
}

function passPhase(phase: PhaseProgress, ms: number): PhaseProgress {
  return phase.status === 'current' ? { ...phase, actualMs: phase.actualMs + ms } : phase
}

function passPerson(
  person: PersonProgress,
  ms: number,
  isBreak: boolean,
  talkers: readonly PersonId[],
): PersonProgress {
  if (person.presence !== 'present') return person
  return {
    ...person,
    presentMs: person.presentMs + ms,
    breakMs: person.breakMs + (isBreak ? ms : 0),
    talkMs: person.talkMs + (talkers.includes(person.personId) ? ms : 0),
  }
}

function passTime(
  time: TimeSpent,
  ms: number,
  isBreak: boolean,
  isObserved: boolean,
  talkerCount: number,
): TimeSpent {
  if (isBreak) return { ...time, breakMs: time.breakMs + ms }
  if (!isObserved) return { ...time, unobservedMs: time.unobservedMs + ms }
  if (talkerCount === 0) return { ...time, silenceMs: time.silenceMs + ms }
  if (talkerCount === 1) return { ...time, oneMs: time.oneMs + ms }
  return { ...time, severalMs: time.severalMs + ms }
}
