import { ArrowDown, ArrowUp, ListPlus, Minus, ShieldOff } from 'lucide-react'
import type { PhaseProgress } from '../../../shared/session/state.ts'
import type { MenuEntry } from '../../ui/Menu.tsx'
import type { Live } from '../live-context.ts'
import { skipEntries } from '../skip-entries.ts'
import { moveCommand, phasesAhead } from './order-commands.ts'

interface PhaseWays {
  readonly live: Pick<Live, 'state' | 'act'>
  readonly onMove: (by: number) => void
  readonly onInsertBefore: () => void
  /** Lets a break or a protected phase give up minutes; absent where it has none to give or may already. */
  readonly onRelease?: (() => void) | undefined
}

/** What can be done with a phase that lies ahead. */
export function phaseEntries(phase: PhaseProgress, ways: PhaseWays): MenuEntry[] {
  const { state, act } = ways.live
  const isOnlyOne = phasesAhead(state).length < 2
  return [
    ...leaveOutEntries(phase, act),
    ...(isOnlyOne
      ? []
      : [
          {
            id: 'up',
            name: 'Move up',
            icon: ArrowUp,
            keys: ['Alt', '↑'],
            isDisabled: moveCommand(state, phase.id, -1) === null,
            onChoose: () => ways.onMove(-1),
          },
          {
            id: 'down',
            name: 'Move down',
            icon: ArrowDown,
            keys: ['Alt', '↓'],
            isDisabled: moveCommand(state, phase.id, 1) === null,
            onChoose: () => ways.onMove(1),
          },
        ]),
    { id: 'insert', name: 'Insert a phase before it', icon: ListPlus, onChoose: ways.onInsertBefore },
    ...(ways.onRelease === undefined
      ? []
      : [
          {
            id: 'release',
            name: 'Let it give up minutes',
            hint: `${phase.kind === 'break' ? 'a break' : 'protected'}; not below ${phase.minimumMinutes}`,
            icon: ShieldOff,
            onChoose: ways.onRelease,
          },
        ]),
  ]
}

// Among other things the bare reason would not say what is done for it.
function leaveOutEntries({ id: phaseId, name }: PhaseProgress, act: Live['act']): MenuEntry[] {
  return skipEntries(name, (reason) => act({ type: 'skip-phase', phaseId, reason })).map(
    ({ id, name: why, onChoose }) => ({
      id,
      name: `Leave out: ${why.slice(0, 1).toLowerCase()}${why.slice(1)}`,
      icon: Minus,
      onChoose,
    }),
  )
}
