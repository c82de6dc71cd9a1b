import type { PersonId } from '../ids.ts'
import type { SessionEvent } from './events.ts'
import { elapsedBetween, type Stamp } from './stamp.ts'
import type { PersonProgress, PhaseProgress, SessionState, TimeSpent } from './state.ts'

/**
 * The session as it stands at a later reading of the clocks, with nothing else having happened. Every clock on screen is
 * this function: phase time, talk time, minutes attended and silence can never disagree.
 */
export function advance(state: SessionState, stamp: Stamp): SessionState {
  return { ...pass(state, passedMs(state, stamp), 'observed'), stamp }
}

/**
 * Milliseconds of session time between the last event and a reading; 0 while no session goes on. `knownMs`: what is
 * known to have passed, where the readings cannot tell.
 */
export function passedMs(state: SessionState, stamp: Stamp, knownMs?: number): number {
  if (state.stamp === null || (state.stage !== 'running' && state.stage !== 'paused')) return 0
  return knownMs ?? elapsedBetween(state.stamp, stamp)
}

/** Milliseconds that really passed between two events that follow each other. */
export function passedBetween(earlier: SessionEvent, { body, stamp }: SessionEvent): number {
  const knownMs = body.type === 'console.returned' ? body.passedMs : undefined
  return knownMs ?? elapsedBetween(earlier.stamp, stamp)
}

/**
 * Lets milliseconds pass. *unobserved*: nobody is taken to have talked in them. *break*: nobody was, and no phase went on.
 */
export function pass(
  state: SessionState,
  ms: number,
  manner: 'observed' | 'unobserved' | 'break',
): SessionState {
  if (ms === 0) return state
  const isInBreakPhase = isBreakPhase(state)
  // A phase that is a break goes on in a break.
  const isPaused = state.stage === 'paused' || (manner === 'break' && !isInBreakPhase)
  const isBreak = isPaused || isInBreakPhase
  const talkers = isBreak || manner === 'unobserved' ? [] : state.floor
  // Where turns are not tapped, a free floor says nothing.
  const isObserved = manner === 'observed' && (state.observation === 'floor' || talkers.length > 0)
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

/** A phase goes on for as long as it is the current one. */
export function passPhase(phase: PhaseProgress, ms: number): PhaseProgress {
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
