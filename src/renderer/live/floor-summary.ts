import type { PersonId } from '../../shared/ids.ts'
import { isBreakPhase } from '../../shared/session/advance.ts'
import { currentRound } from '../../shared/session/round.ts'
import type { History, SessionState, Turn } from '../../shared/session/state.ts'
import { sessionTime } from '../../shared/session/stretches.ts'
import { isFacilitator } from '../../shared/session/vocabulary.ts'
import { phaseSpans, type PhaseSpan } from './phase-spans.ts'

/** Whoever passed or listens by choice has taken part; nobody waits for them. */
export function isListening(state: SessionState, personId: PersonId): boolean {
  return state.marks.some(
    (made) =>
      made.personId === personId &&
      made.phaseId === state.currentPhaseId &&
      (made.mark === 'passed' || made.mark === 'quiet'),
  )
}

/**
 * Members in the room who have not been heard, in the order of their seats: in a round who has not gone; by the samples
 * who was in none so far; otherwise who has not had the floor in this phase.
 */
export function notHeard(state: SessionState): PersonId[] {
  const round = currentRound(state)
  if (round !== null) return [...round.leftIds]
  if (state.stage === 'ended' || state.currentPhaseId === null || isBreakPhase(state)) return []
  const waiting = state.people.filter(
    ({ personId, role, presence }) =>
      !isFacilitator(role) && presence === 'present' && !isListening(state, personId),
  )
  if (state.observation === 'sampling') {
    // Before the first answer nothing is known, and nobody is to stand out.
    const isKnown = state.sampling.answers.length > 0
    return waiting.filter(({ heardIn }) => isKnown && heardIn.length === 0).map(({ personId }) => personId)
  }
  const waitingIds = new Set(waiting.map(({ personId }) => personId))
  const spans = phaseSpans(state.history).filter(({ phaseId }) => phaseId === state.currentPhaseId)
  // From the newest of what may be thousands of turns, until everybody is found.
  for (let index = state.turns.length - 1; index >= 0 && waitingIds.size > 0; index -= 1) {
    const turn = state.turns[index]
    if (turn !== undefined && waitingIds.has(turn.personId) && isWithin(turn, spans))
      waitingIds.delete(turn.personId)
  }
  return [...waitingIds]
}

function isWithin({ startMs, endMs }: Turn, spans: readonly PhaseSpan[]): boolean {
  return spans.some((span) => startMs < (span.endMs ?? Infinity) && (endMs === null || endMs > span.startMs))
}

/** The turn that a person has now. */
export function openTurn(
  { floor, turns }: Pick<SessionState, 'floor' | 'turns'>,
  personId: PersonId,
): Turn | undefined {
  return floor.includes(personId)
    ? turns.findLast((turn) => turn.personId === personId && turn.endMs === null)
    : undefined
}

interface SpeakingNow {
  readonly personId: PersonId
  readonly turnMs: number
}

/** Who has the floor, with the length of the turn. `state` must be advanced to now. */
export function speakingNow(state: SessionState): SpeakingNow[] {
  // Of what may be thousands of turns only those of people with the floor are open, among the last.
  return state.floor.flatMap((personId) => {
    const turn = openTurn(state, personId)
    return turn === undefined ? [] : [{ personId, turnMs: state.elapsedMs - turn.startMs }]
  })
}

/** The last change of speaker, as in `Jo → Ben`; null before a second person has spoken. */
export function lastHandover(state: SessionState): readonly [from: PersonId, to: PersonId] | null {
  const to = state.turns.at(-1)
  if (to === undefined) return null
  const from = state.turns.findLast(({ personId }) => personId !== to.personId)
  return from === undefined ? null : [from.personId, to.personId]
}

/**
 * How long nobody has had the floor; null while somebody has, in breaks, before the first turn, and where turns are not tapped.
 * What nobody saw is no silence, nor is a pause: it counts from where the last of them ended.
 */
export function silenceMs(state: SessionState): number | null {
  if (state.observation === 'sampling') return null
  if (state.stage !== 'running' || state.floor.length > 0 || isBreakPhase(state)) return null
  const lastEnd = lastEndMs(state.turns)
  return lastEnd === null ? null : state.elapsedMs - Math.max(lastEnd, seenFromMs(state))
}

const seenFrom = new WeakMap<History, number>()

/** Session time at which the group last came back from a pause, a break, or a time in which nobody saw who spoke. */
function seenFromMs(state: SessionState): number {
  const { history } = state
  if (history === null) return 0
  const known = seenFrom.get(history)
  if (known !== undefined) return known
  const { stretches } = sessionTime(state)
  const away = stretches.findLast(({ manner, observation }) => manner !== 'group' || observation !== 'floor')
  const fromMs = away?.endMs ?? 0
  seenFrom.set(history, fromMs)
  return fromMs
}

const lastEnds = new WeakMap<SessionState['turns'], number | null>()

// Asked several times a second, of a list that changes only when somebody begins or stops.
function lastEndMs(turns: SessionState['turns']): number | null {
  const known = lastEnds.get(turns)
  if (known !== undefined) return known
  const lastEnd = turns.reduce<number | null>(
    (latest, { endMs }) => (endMs === null ? latest : Math.max(latest ?? 0, endMs)),
    null,
  )
  lastEnds.set(turns, lastEnd)
  return lastEnd
}
