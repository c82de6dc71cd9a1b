import type { Phase } from '../../../shared/agenda/phase.ts'
import type { PhaseId } from '../../../shared/ids.ts'
import type { Command } from '../../../shared/session/commands.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { movePhase } from '../../agenda/agenda-edit.ts'

/** The phases that can be put into another order. */
export function phasesAhead(state: Pick<SessionState, 'phases'>): SessionState['phases'] {
  return state.phases.filter(({ status }) => status === 'ahead')
}

/** Moves a phase ahead by so many places; null when it stays where it is. */
export function moveCommand(state: SessionState, phaseId: PhaseId, by: number): Command | null {
  return orderCommand(state, movePhase(phasesAhead(state), phaseId, by))
}

/** Null when the order is the one that the session has, or is of other phases than those ahead. */
export function orderCommand(state: SessionState, phases: readonly Pick<Phase, 'id'>[]): Command | null {
  const phaseIds = phases.map(({ id }) => id)
  const ahead = phasesAhead(state).map(({ id }) => id)
  const isSame = ahead.length === phaseIds.length && ahead.every((id, index) => id === phaseIds[index])
  return isSame || phaseIds.length < 2 ? null : { type: 'reorder-phases', phaseIds }
}
