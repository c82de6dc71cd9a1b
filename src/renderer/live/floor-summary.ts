import type { PersonId } from '../../shared/ids.ts'
import { isBreakPhase } from '../../shared/session/advance.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { phaseSpans } from './phase-spans.ts'

/** Whoever passed or listens by choice has taken part; nobody waits for them. */
export function isListening(state: SessionState, personId: PersonId): boolean {
  return state.marks.some(
    (made) =>
      made.personId === personId &&
      made.phaseId === state.currentPhaseId &&
      (made.mark === 'passed' || made.mark === 'quiet'),
  )
}

/** Members in the room who have not had the floor in this phase, in the order of their seats. */
export function notHeard(state: SessionState): PersonId[] {
  if (state.stage === 'ended' || state.currentPhaseId === null || isBreakPhase(state)) return []
  const spans = phaseSpans(state.history).filter(({ phaseId }) => phaseId === state.currentPhaseId)
  const heard = new Set(
    state.turns
      .filter((turn) =>
        spans.some(
          ({ startMs, endMs }) =>
            turn.startMs < (endMs ?? Infinity) && (turn.endMs === null || turn.endMs > startMs),
        ),
      )
      .map(({ personId }) => personId),
  )
  return state.people
    .filter(({ role, presence }) => !isFacilitator(role) && presence === 'present')
    .map(({ personId }) => personId)
    .filter((personId) => !heard.has(personId) && !isListening(state, personId))
}

interface SpeakingNow {
  readonly personId: PersonId
  readonly turnMs: number
}

/** Who has the floor, with the length of the turn. `state` must be advanced to now. */
export function speakingNow(state: SessionState): SpeakingNow[] {
  return state.turns
    .filter(({ endMs }) => endMs === null)
    .map(({ personId, startMs }) => ({ personId, turnMs: state.elapsedMs - startMs }))
}

/** The last change of speaker, as in `Jo → Ben`; null before a second person has spoken. */
export function lastHandover(state: SessionState): readonly [from: PersonId, to: PersonId] | null {
  const to = state.turns.at(-1)
  if (to === undefined) return null
  const from = state.turns.findLast(({ personId }) => personId !== to.personId)
  return from === undefined ? null : [from.personId, to.personId]
}

/** How long nobody has had the floor; null while somebody has, in breaks, and before the first turn. */
export function silenceMs(state: SessionState): number | null {
  if (state.stage !== 'running' || state.floor.length > 0 || isBreakPhase(state)) return null
  const ends = state.turns.flatMap(({ endMs }) => (endMs === null ? [] : [endMs]))
  return ends.length === 0 ? null : state.elapsedMs - Math.max(...ends)
}
