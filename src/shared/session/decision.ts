import type { Result } from '../result.ts'
import type { Refusal } from './commands.ts'
import type { BodyOf, EventBody, EventType } from './events.ts'
import type { PhaseProgress, SessionState } from './state.ts'

/** The events that a command causes, or why it is refused. An empty list never comes back. */
export type Decision = Result<readonly EventBody[], Refusal>

/** Nobody keeps the floor across a break, the end, or an absence of the console. */
export function releaseAll(state: SessionState): BodyOf<'floor.released'>[] {
  return state.floor.map((personId) => ({ type: 'floor.released', personId }))
}

export function currentPhase(
  state: Pick<SessionState, 'phases' | 'currentPhaseId'>,
): PhaseProgress | undefined {
  return state.phases.find((phase) => phase.id === state.currentPhaseId)
}

/** Whoever has not come by the end was absent. */
export function findMissing(state: SessionState): BodyOf<'member.absent'>[] {
  return state.people
    .filter(({ presence }) => presence === 'expected' || presence === 'delayed')
    .map(({ personId }) => ({ type: 'member.absent', personId }))
}

/** No act of the facilitator's; neither is preparing: a session that is not wanted is discarded as a whole. */
export const noticedByConsole: ReadonlySet<EventType> = new Set([
  'session.prepared',
  'clock.jumped',
  'phase.ran-out',
  'console.returned',
])

/** The phase that would come after the current one; skipped ones are passed over. */
export function nextOf(state: Pick<SessionState, 'phases' | 'currentPhaseId'>): PhaseProgress | undefined {
  const index = state.phases.findIndex((phase) => phase.id === state.currentPhaseId)
  return state.phases.find((phase, at) => at > index && phase.status !== 'skipped')
}
