import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'

/** The phase that the session began with: one that was left out, or put in before it and left out, opened nothing. */
export function openingPhase({ phases }: Pick<SessionState, 'phases'>): PhaseProgress | undefined {
  return phases.find(({ status }) => status === 'current' || status === 'done')
}
