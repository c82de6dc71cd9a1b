import { nextOf } from '../../shared/session/decision.ts'
import { currentRound } from '../../shared/session/round.ts'
import { openFollowUps } from '../follow-up/follow-up-view.ts'
import type { PaletteAction } from '../palette/palette-action.ts'
import { agendaActions } from './agenda-actions.ts'
import type { Desk } from './handle-key.ts'
import { doing, keyed } from './keyed-action.ts'
import { personActions } from './person-actions.ts'
import { closeSampleCommand, otherObservation } from './room-keys.ts'
import { runStep } from './run-step.ts'
import { nameIn } from './seated.ts'
import { undoWords } from './undo-words.ts'

/** The ways out of Live that are no keys of it. */
interface Ways {
  readonly lock: () => void
  readonly leave: () => void
}

/** Everything that can be done on Live now, with the key that does it: what the palette offers. */
export function liveActions(desk: Desk, ways: Ways): PaletteAction[] {
  return [
    ...stepActions(desk),
    ...(desk.live.state.stage === 'ended' ? [] : agendaActions(desk)),
    ...roomActions(desk),
    ...desk.live.seated.flatMap((person) => personActions(person, desk.live)),
    ...followUpActions(desk),
    ...windowActions(desk, ways),
  ]
}

function stepActions(desk: Desk): PaletteAction[] {
  const { live, view } = desk
  const { state, seated, isConcealed } = live
  const undo = undoWords(state, seated, isConcealed)
  const isPaused = state.stage === 'paused'
  // While a pause lasts the large button ends it, and N goes on to the next phase.
  const next = isPaused ? 'Next phase' : runStep(state, view.startWish).name
  return [
    ...(isPaused && nextOf(state) === undefined ? [] : [keyed({ type: 'next' }, next, desk)]),
    ...(undo === null ? [] : [keyed({ type: 'undo' }, 'Undo', desk, undo)]),
  ]
}

function roomActions(desk: Desk): PaletteAction[] {
  const { live, view } = desk
  const { stage, people, observation } = live.state
  const someoneIsExpected = people.some(({ presence }) => presence === 'expected' || presence === 'delayed')
  const numbers = live.isConcealed ? [] : [keyed({ type: 'check-in' }, 'Check-in numbers', desk)]
  const arcs = keyed(
    { type: 'arcs' },
    `${view.showsArcs ? 'Hide' : 'Show'} who spoke after whom`,
    desk,
    'arcs',
  )
  if (stage === 'ended') return [...numbers, arcs]
  return [
    ...(someoneIsExpected ? [keyed({ type: 'everyone' }, 'Everyone is here', desk)] : []),
    keyed({ type: 'add' }, 'Add someone', desk, 'a walk-in, a guest'),
    ...(currentRound(live.state) === null
      ? []
      : [keyed({ type: 'pass-on' }, 'Next person in the round', desk)]),
    ...numbers,
    arcs,
    ...(closeSampleCommand(live.state) === null
      ? []
      : [
          {
            ...doing('close-sample', 'Nobody else was heard', () => live.act(closeSampleCommand)),
            keys: 'Enter',
          } satisfies PaletteAction,
        ]),
    doing(
      'observe',
      observation === 'floor' ? 'Be asked every five minutes who was heard' : 'Tap every turn',
      () => live.act(otherObservation),
    ),
  ]
}

function followUpActions({ live, change }: Desk): PaletteAction[] {
  if (live.isConcealed) return []
  return openFollowUps(live.state).map(({ mark, personId }) => ({
    id: `follow-up ${mark}`,
    name: `Follow-up of ${nameIn(live.seated, personId)}`,
    hint: 'after a risk',
    run: () => change({ followUpMark: mark }),
  }))
}

function windowActions(desk: Desk, { lock, leave }: Ways): PaletteAction[] {
  const { isConcealed, state } = desk.live
  const other = desk.view.side === 'private' ? 'record' : 'private'
  const notes = isConcealed
    ? []
    : [
        ...(state.marks.length === 0
          ? []
          : [keyed({ type: 'mark-note' }, 'Write about the last mark', desk)]),
        keyed({ type: 'note' }, `Write a ${desk.view.side} note`, desk),
        keyed({ type: 'private-note' }, `Write a ${other} note`, desk),
      ]
  return [
    ...(state.stage === 'prepared' ? [] : notes),
    ...lastSessionAction(desk),
    keyed({ type: 'safety' }, 'Safety steps', desk, 'what to do in a crisis'),
    keyed({ type: 'conceal' }, isConcealed ? 'Reveal' : 'Conceal', desk),
    keyed({ type: 'room' }, 'Room display', desk, 'open or close it'),
    keyed({ type: 'keys' }, 'All keys', desk),
    { id: 'lock', name: 'Lock', keys: ['Ctrl', 'L'], run: lock },
    ...(state.stage === 'prepared' || state.stage === 'ended' ? [doing('today', 'Today', leave)] : []),
  ]
}

// Before the start it stands beside the circle.
function lastSessionAction({ live: { state, isConcealed }, change }: Desk): PaletteAction[] {
  if (isConcealed || state.stage === 'prepared' || state.stage === 'ended') return []
  return [
    {
      id: 'last-session',
      name: 'Last session',
      hint: 'left open, home practice, goals',
      run: () => change({ sheet: 'last-session' }),
    },
  ]
}
