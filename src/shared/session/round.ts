import type { Phase } from '../agenda/phase.ts'
import type { PersonId } from '../ids.ts'
import { currentPhase } from './decision.ts'
import type { PersonProgress, PhaseProgress, SessionState } from './state.ts'
import { isFacilitator } from './vocabulary.ts'

/** Whose turn it is in a round. */
interface RoundTurn {
  readonly personId: PersonId
  /** How long they have had the floor in this phase, in milliseconds. */
  readonly tookMs: number
  /** What was theirs when they began, in milliseconds: it does not shrink while they speak. */
  readonly shareMs: number
}

/** A round as it stands. Its people are those in the room who are not facilitators. */
export interface Round {
  readonly phaseId: PhaseProgress['id']
  /** Null between turns. */
  readonly turn: RoundTurn | null
  /** Who has had their turn or passed, in that order; the one whose turn it is included. */
  readonly goneIds: readonly PersonId[]
  /** Whoever had the last turn; those who passed meanwhile sit somewhere else. */
  readonly lastTurnId: PersonId | null
  /** Who is in the room and has not gone, in the order of the log. */
  readonly leftIds: readonly PersonId[]
  /**
   * What there is for each of those left, in milliseconds: what remains ÷ who remains; 0 when over time. Someone's turn
   * leaves it as it is until they have had their share.
   */
  readonly shareMs: number
}

/** The round that the session is in, null in any other phase. Its times are those of `state`: advance it to now first. */
export function currentRound(state: SessionState): Round | null {
  const phase = currentPhase(state)
  if (phase === undefined || phase.kind !== 'round' || state.stage === 'ended') return null
  const leftIds = state.people
    .filter(isInRound)
    .map(({ personId }) => personId)
    .filter((id) => !phase.goneIds.includes(id))
  const remainingMs = phase.minutes * 60_000 - phase.actualMs
  const turn = turnIn(state, phase, remainingMs, leftIds.length)
  const forEachMs = share(remainingMs, leftIds.length)
  return {
    phaseId: phase.id,
    turn,
    goneIds: phase.goneIds,
    lastTurnId: phase.goneIds.findLast((id) => !hasPassed(state, phase.id, id)) ?? null,
    leftIds,
    shareMs: turn === null || leftIds.length === 0 ? forEachMs : Math.min(turn.shareMs, forEachMs),
  }
}

function turnIn(
  state: SessionState,
  phase: PhaseProgress,
  remainingMs: number,
  leftCount: number,
): RoundTurn | null {
  const personId = phase.goneIds.findLast((id) => state.floor.includes(id))
  if (personId === undefined) return null
  const turn = state.turns.findLast((one) => one.personId === personId && one.endMs === null)
  // A turn can have begun before the group came back to this phase.
  const tookMs = Math.min(phase.actualMs, turn === undefined ? 0 : state.elapsedMs - turn.startMs)
  return { personId, tookMs, shareMs: share(remainingMs + tookMs, leftCount + 1) }
}

function share(remainingMs: number, count: number): number {
  return count === 0 ? 0 : Math.max(0, remainingMs) / count
}

function hasPassed(state: SessionState, phaseId: PhaseProgress['id'], id: PersonId): boolean {
  return state.marks.some(
    (made) =>
      made.personId === id && made.phaseId === phaseId && (made.mark === 'passed' || made.mark === 'quiet'),
  )
}

/**
 * Who comes next when the circle is gone round in `order`: the first one left after whoever had the last turn. Null when
 * nobody is left.
 */
export function nextInRound(
  round: Pick<Round, 'lastTurnId' | 'leftIds'>,
  order: readonly PersonId[],
): PersonId | null {
  const left = new Set(round.leftIds)
  const start = order.findIndex((id) => id === round.lastTurnId) + 1
  const turned = [...order.slice(start), ...order.slice(0, start)]
  return turned.find((id) => left.has(id)) ?? round.leftIds[0] ?? null
}

/** What a round that lies ahead gives each of so many people, in seconds: at its minimum, and at its planned minutes. */
export function roundForecast(
  phase: Pick<Phase, 'minutes' | 'minimumMinutes'>,
  count: number,
): { readonly fromSeconds: number; readonly toSeconds: number } | null {
  if (count === 0) return null
  const perPerson = (minutes: number) => Math.round((minutes * 60) / count)
  const toSeconds = perPerson(phase.minutes)
  return { fromSeconds: Math.min(toSeconds, perPerson(phase.minimumMinutes)), toSeconds }
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
