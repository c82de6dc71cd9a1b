import type { PersonId } from '../ids.ts'
import { currentPhase } from './decision.ts'
import type { PersonProgress, PhaseProgress, SessionState } from './state.ts'
import { isFacilitator } from './vocabulary.ts'

/** A round as it stands. Its people are those in the room who are not facilitators. */
export interface Round {
  readonly phaseId: PhaseProgress['id']
  /** Whose turn it is; null between turns. */
  readonly turnId: PersonId | null
  /** Who has had their turn or passed, in that order; the one whose turn it is included. */
  readonly goneIds: readonly PersonId[]
  /** Who is in the room and has not gone, in the order of the circle. */
  readonly leftIds: readonly PersonId[]
  /** What remains of the phase for each of those left and the one whose turn it is, in milliseconds; 0 when over time. */
  readonly shareMs: number
}

/** The round that the session is in; null in any other phase. */
export function currentRound(state: SessionState): Round | null {
  const phase = currentPhase(state)
  if (phase === undefined || phase.kind !== 'round' || state.stage === 'ended') return null
  const here = state.people.filter(isInRound)
  const leftIds = here.map(({ personId }) => personId).filter((id) => !phase.goneIds.includes(id))
  const turnId = phase.goneIds.findLast((id) => state.floor.includes(id)) ?? null
  const stillToSpeak = leftIds.length + (turnId === null ? 0 : 1)
  const remainingMs = Math.max(0, phase.minutes * 60_000 - phase.actualMs)
  return {
    phaseId: phase.id,
    turnId,
    goneIds: phase.goneIds,
    leftIds,
    shareMs: stillToSpeak === 0 ? 0 : remainingMs / stillToSpeak,
  }
}

/**
 * Who comes next when the circle is gone round in `order`: the first one left after whoever went last. Null when nobody
 * is left.
 */
export function nextInRound(round: Round, order: readonly PersonId[]): PersonId | null {
  const left = new Set(round.leftIds)
  const start = order.findIndex((id) => id === round.goneIds.at(-1)) + 1
  const turned = [...order.slice(start), ...order.slice(0, start)]
  return turned.find((id) => left.has(id)) ?? null
}

/** Counts a person as having gone in the round, once. Without effect outside a round and for facilitators. */
export function joinRound(state: SessionState, personId: PersonId): SessionState {
  const person = state.people.find((one) => one.personId === personId)
  if (person === undefined || isFacilitator(person.role)) return state
  return {
    ...state,
    phases: state.phases.map((phase) =>
      phase.status === 'current' && phase.kind === 'round' && !phase.goneIds.includes(personId)
        ? { ...phase, goneIds: [...phase.goneIds, personId] }
        : phase,
    ),
  }
}

function isInRound({ role, presence }: PersonProgress): boolean {
  return presence === 'present' && !isFacilitator(role)
}
