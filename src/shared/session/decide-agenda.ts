import { maxPhaseMinutes, maxPhases } from '../agenda/phase.ts'
import type { PhaseId } from '../ids.ts'
import { fail, succeed } from '../result.ts'
import type { Command } from './commands.ts'
import { currentPhase, nextOf, releaseAll, type Decision } from './decision.ts'
import { maxSessionMinutes, type BodyOf } from './events.ts'
import type { PhaseProgress, SessionState } from './state.ts'

type AgendaCommand = Extract<
  Command,
  {
    type:
      | 'next-phase'
      | 'previous-phase'
      | 'extend-phase'
      | 'skip-phase'
      | 'replan'
      | 'extend-session'
      | 'insert-phase'
      | 'reorder-phases'
      | 'pause'
      | 'resume'
  }
>

/** Commands that move the session along its agenda. */
export function decideAgenda(state: SessionState, command: AgendaCommand): Decision {
  switch (command.type) {
    case 'replan':
      return replan(state, command.minutes)
    case 'skip-phase':
      return skip(state, command.phaseId, command.reason)
    case 'insert-phase':
      return insert(state, command)
    case 'reorder-phases':
      return reorder(state, command.phaseIds)
    case 'extend-session':
      // Before the start too: an agenda that asks for more than the session has is either trimmed or given the time.
      if (state.lengthMinutes + command.minutes > maxSessionMinutes) return fail('not-possible')
      return succeed([{ type: 'session.extended', minutes: command.minutes }])
    case 'resume':
      return state.stage === 'paused' ? succeed([{ type: 'pause.ended' }]) : fail('not-paused')
    default:
      break
  }
  if (state.stage !== 'running' && state.stage !== 'paused') return fail('not-running')
  switch (command.type) {
    case 'pause':
      if (state.stage === 'paused') return fail('on-break')
      return succeed([...releaseAll(state), { type: 'pause.began', kind: command.kind }])
    case 'next-phase':
      return move(state, nextOf(state), 'last-phase')
    case 'previous-phase':
      return move(state, previousOf(state), 'first-phase')
    case 'extend-phase': {
      const current = currentPhase(state)
      if (current === undefined) return fail('not-running')
      if (current.minutes + command.minutes > maxPhaseMinutes) return fail('not-possible')
      return succeed([{ type: 'phase.extended', phaseId: current.id, minutes: command.minutes }])
    }
  }
}

/** The phase that would come before the current one; skipped ones are passed over. */
export function previousOf(state: SessionState): PhaseProgress | undefined {
  const index = state.phases.findIndex((phase) => phase.id === state.currentPhaseId)
  return state.phases.findLast((phase, at) => at < index && phase.status !== 'skipped')
}

// Moving on ends a pause: the facilitator has plainly gone on with the group.
function move(
  state: SessionState,
  phase: PhaseProgress | undefined,
  otherwise: 'last-phase' | 'first-phase',
): Decision {
  if (phase === undefined) return fail(otherwise)
  const ended: BodyOf<'pause.ended'>[] = state.stage === 'paused' ? [{ type: 'pause.ended' }] : []
  const released = phase.kind === 'break' ? releaseAll(state) : []
  return succeed([...ended, ...released, { type: 'phase.entered', phaseId: phase.id }])
}

function skip(state: SessionState, phaseId: PhaseId, reason: BodyOf<'phase.skipped'>['reason']): Decision {
  const phase = state.phases.find(({ id }) => id === phaseId)
  if (phase === undefined) return fail('unknown-phase')
  const skipped: BodyOf<'phase.skipped'> = { type: 'phase.skipped', phaseId, reason }
  if (phase.status === 'ahead') {
    const others = state.phases.filter(({ id, status }) => id !== phaseId && status !== 'skipped')
    return others.length === 0 ? fail('last-phase') : succeed([skipped])
  }
  if (phase.status !== 'current') return fail('phase-over')
  const next = nextOf(state)
  if (next === undefined) return fail('last-phase')
  const moved = move(state, next, 'last-phase')
  return moved.ok ? succeed([skipped, ...moved.value]) : moved
}

function insert(
  state: SessionState,
  { phase, beforePhaseId }: Extract<AgendaCommand, { type: 'insert-phase' }>,
): Decision {
  if (state.phases.length >= maxPhases) return fail('agenda-full')
  if (state.phases.some(({ id }) => id === phase.id)) return fail('already-there')
  if (beforePhaseId !== null) {
    const before = state.phases.find(({ id }) => id === beforePhaseId)
    if (before === undefined) return fail('unknown-phase')
    if (before.status !== 'ahead') return fail('phase-over')
  }
  return succeed([{ type: 'phase.inserted', phase, beforePhaseId }])
}

function reorder(state: SessionState, phaseIds: readonly PhaseId[]): Decision {
  const ahead = state.phases.filter(({ status }) => status === 'ahead').map(({ id }) => id)
  const isSame = ahead.every((id, index) => id === phaseIds[index])
  const isComplete = ahead.length === phaseIds.length && ahead.every((id) => phaseIds.includes(id))
  if (!isComplete) return fail('unknown-phase')
  return isSame ? fail('already-there') : succeed([{ type: 'agenda.reordered', phaseIds: [...phaseIds] }])
}

function replan(state: SessionState, minutes: BodyOf<'agenda.replanned'>['minutes']): Decision {
  for (const change of minutes) {
    const phase = state.phases.find(({ id }) => id === change.phaseId)
    if (phase === undefined) return fail('unknown-phase')
    if (phase.status === 'done' || phase.status === 'skipped') return fail('phase-over')
    if (change.minutes < phase.minimumMinutes) return fail('below-minimum')
  }
  return succeed([{ type: 'agenda.replanned', minutes }])
}
