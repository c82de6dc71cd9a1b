import { answerableGap } from '../../shared/session/apply-gap.ts'
import { previousOf } from '../../shared/session/decide-agenda.ts'
import { nextOf } from '../../shared/session/decision.ts'
import type { PhaseProgress } from '../../shared/session/state.ts'
import type { PaletteAction } from '../palette/palette-action.ts'
import { extendSession, openInsertion } from './agenda/agenda-keys.ts'
import { moveCommand, phasesAhead } from './agenda/order-commands.ts'
import { gapAnswers } from './gap-answers.ts'
import type { Desk } from './handle-key.ts'
import { doing, keyed } from './keyed-action.ts'
import { skipEntries } from './skip-entries.ts'

/** What can be done about the time and the agenda of a session that is not over. */
export function agendaActions(desk: Desk): PaletteAction[] {
  const { state } = desk.live
  const isOn = state.stage === 'running' || state.stage === 'paused'
  return [
    ...gapActions(desk),
    ...(isOn ? timeActions(desk) : []),
    keyed(
      { type: 'edit-agenda' },
      desk.view.agendaDraft === null ? 'Change the agenda' : 'Put the changes of the agenda away',
      desk,
      'minutes and order',
    ),
    doing('insert', 'Insert a phase', () => openInsertion(desk)),
    ...phasesAhead(state).flatMap((phase) => moveActions(phase, desk)),
    ...state.phases.filter((phase) => canBeSkipped(phase, desk)).map((phase) => skipAction(phase, desk)),
    keyed({ type: 'end-later', minutes: 5 }, 'End the session 5 minutes later', desk),
    ...[10, 15].map((minutes) =>
      doing(`later ${minutes}`, `End the session ${minutes} minutes later`, () =>
        extendSession(desk, minutes),
      ),
    ),
    ...(isOn ? [doing('end', 'End the session now', () => desk.live.act({ type: 'end' }))] : []),
  ]
}

function gapActions(desk: Desk): PaletteAction[] {
  const gap = answerableGap(desk.live.state)
  if (gap === undefined) return []
  return gapAnswers(desk.live.state, gap).map(({ verdict, name }) =>
    keyed({ type: 'judge-gap', verdict }, name, desk, 'the console was away or locked'),
  )
}

function timeActions(desk: Desk): PaletteAction[] {
  const { state } = desk.live
  const isPaused = state.stage === 'paused'
  return [
    ...(previousOf(state) === undefined ? [] : [keyed({ type: 'back' }, 'Back to the phase before', desk)]),
    keyed({ type: 'pause' }, isPaused ? 'Resume' : 'Pause', desk),
    ...(isPaused ? [] : [keyed({ type: 'break' }, 'Break', desk)]),
    keyed({ type: 'extend', minutes: 2 }, '2 minutes more', desk),
    keyed({ type: 'extend', minutes: 5 }, '5 minutes more', desk),
    keyed({ type: 'trim' }, 'Accept the proposal', desk, 'when it runs late'),
  ]
}

function moveActions({ id, name }: PhaseProgress, { live }: Desk): PaletteAction[] {
  return ([-1, 1] as const)
    .filter((by) => moveCommand(live.state, id, by) !== null)
    .map((by) =>
      doing(`move ${by} ${id}`, `Move ${name} ${by < 0 ? 'earlier' : 'later'}`, () =>
        live.act((latest) => moveCommand(latest, id, by)),
      ),
    )
}

function canBeSkipped({ status }: PhaseProgress, { live }: Desk): boolean {
  return status === 'ahead' || (status === 'current' && nextOf(live.state) !== undefined)
}

function skipAction({ id: phaseId, name }: PhaseProgress, { live }: Desk): PaletteAction {
  return {
    id: `skip ${phaseId}`,
    name: `Leave out ${name}`,
    hint: 'and say why',
    choices: skipEntries(name, (reason) => live.act({ type: 'skip-phase', phaseId, reason })).map(
      ({ id, name: words, onChoose }) => doing(id, words, onChoose),
    ),
  }
}
