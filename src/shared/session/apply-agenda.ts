import type { Phase } from '../agenda/phase.ts'
import type { PhaseId } from '../ids.ts'
import type { BodyOf } from './events.ts'
import type { PhaseProgress, SessionState } from './state.ts'

type AgendaBody = BodyOf<
  | 'phase.entered'
  | 'phase.extended'
  | 'phase.skipped'
  | 'phase.inserted'
  | 'agenda.replanned'
  | 'agenda.reordered'
  | 'pause.began'
  | 'pause.ended'
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
    case 'phase.inserted':
      return { ...state, phases: insert(state.phases, aheadPhase(body.phase, true), body.beforePhaseId) }
    case 'agenda.reordered':
      return { ...state, phases: reorder(state.phases, body.phaseIds) }
    case 'pause.began':
      return { ...state, stage: 'paused', pauseKind: body.kind }
    case 'pause.ended':
      return { ...state, stage: 'running', pauseKind: null }
  }
}

/** A phase that nobody has entered yet. */
export function aheadPhase(phase: Phase, isInserted: boolean): PhaseProgress {
  return {
    ...phase,
    plannedMinutes: phase.minutes,
    status: 'ahead',
    actualMs: 0,
    enteredAtMs: null,
    skipReason: null,
    isInserted,
    goneIds: [],
  }
}

/** The session at its end: the phase that was on is done, and nobody has the floor. */
export function close(state: SessionState, endedAtMs: number): SessionState {
  return {
    ...endTurns(state),
    stage: 'ended',
    endedAtMs,
    pauseKind: null,
    phases: state.phases.map((phase) => (phase.status === 'current' ? { ...phase, status: 'done' } : phase)),
  }
}

/** Nobody has the floor any more. */
export function endTurns(state: SessionState): SessionState {
  return {
    ...state,
    floor: [],
    turns: state.turns.map((turn) => (turn.endMs === null ? { ...turn, endMs: state.elapsedMs } : turn)),
  }
}

function insert(
  phases: readonly PhaseProgress[],
  phase: PhaseProgress,
  beforePhaseId: PhaseId | null,
): PhaseProgress[] {
  const at = phases.findIndex(({ id }) => id === beforePhaseId)
  return at < 0 ? [...phases, phase] : phases.toSpliced(at, 0, phase)
}

// Phases that are over or skipped keep their places; those ahead fill the rest in the new order.
function reorder(phases: readonly PhaseProgress[], phaseIds: readonly PhaseId[]): PhaseProgress[] {
  const ahead = new Map(phases.map((phase) => [phase.id, phase]))
  const order = phaseIds.values()
  return phases.map((phase) => {
    if (phase.status !== 'ahead') return phase
    const { value } = order.next()
    return (value === undefined ? undefined : ahead.get(value)) ?? phase
  })
}

function change(
  phases: readonly PhaseProgress[],
  phaseId: PhaseId,
  update: (phase: PhaseProgress) => PhaseProgress,
): PhaseProgress[] {
  return phases.map((phase) => (phase.id === phaseId ? update(phase) : phase))
}

// Going back makes the phase that was left lie ahead again, with the minutes that it has already had.
export function enter(phases: readonly PhaseProgress[], phaseId: PhaseId, atMs: number): PhaseProgress[] {
  const target = phases.findIndex((phase) => phase.id === phaseId)
  return phases.map((phase, index) => {
    if (index === target)
      return { ...phase, status: 'current', enteredAtMs: phase.enteredAtMs ?? atMs, skipReason: null }
    if (phase.status !== 'current') return phase
    return { ...phase, status: index < target ? 'done' : 'ahead' }
  })
}
