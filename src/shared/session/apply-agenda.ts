import type { PhaseId } from '../ids.ts'
import type { BodyOf } from './events.ts'
import type { PhaseProgress, SessionState } from './state.ts'

type AgendaBody = BodyOf<
  'phase.entered' | 'phase.extended' | 'phase.skipped' | 'agenda.replanned' | 'pause.began' | 'pause.ended'
>

/** Events that move the session along its agenda. */
export function applyAgenda(state: SessionState, body: AgendaBody): SessionState {
  switch (body.type) {
    case 'phase.entered':
      return {
        ...state,
        currentPhaseId: body.phaseId,
        phases: enter(state.phases, body.phaseId, state.elapsedMs),
      }
    case 'phase.extended':
      return {
        ...state,
        phases: change(state.phases, body.phaseId, (phase) => ({
          ...phase,
          minutes: phase.minutes + body.minutes,
        })),
      }
    case 'phase.skipped':
      return {
        ...state,
        phases: change(state.phases, body.phaseId, (phase) => ({
          ...phase,
          status: 'skipped',
          skipReason: body.reason,
        })),
      }
    case 'agenda.replanned': {
      const minutes = new Map(body.minutes.map((entry) => [entry.phaseId, entry.minutes]))
      return {
        ...state,
        phases: state.phases.map((phase) => ({ ...phase, minutes: minutes.get(phase.id) ?? phase.minutes })),
      }
    }
    case 'pause.began':
      return { ...state, stage: 'paused', pauseKind: body.kind }
    case 'pause.ended':
      return { ...state, stage: 'running', pauseKind: null }
  }
}

function change(
  phases: readonly PhaseProgress[],
  phaseId: PhaseId,
  update: (phase: PhaseProgress) => PhaseProgress,
): PhaseProgress[] {
  return phases.map((phase) => (phase.id === phaseId ? update(phase) : phase))
}

// Going back makes the phase that was left lie ahead again, with the minutes that it has already had.
function enter(phases: readonly PhaseProgress[], phaseId: PhaseId, atMs: number): PhaseProgress[] {
  const target = phases.findIndex((phase) => phase.id === phaseId)
  return phases.map((phase, index) => {
    if (index === target)
      return { ...phase, status: 'current', enteredAtMs: phase.enteredAtMs ?? atMs, skipReason: null }
    if (phase.status !== 'current') return phase
    return { ...phase, status: index < target ? 'done' : 'ahead' }
  })
}
