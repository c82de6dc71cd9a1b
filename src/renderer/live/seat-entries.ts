import { Armchair, Flag, RotateCcw } from 'lucide-react'
import type { MenuEntry } from '../ui/Menu.tsx'
import type { Live } from './live-context.ts'
import { markWords } from '../../shared/session/mark-words.ts'
import { canBeMarked, leadActs, presenceActs } from './seat-commands.ts'
import type { SeatHand } from './seat-hand.ts'
import type { Seated } from './seated.ts'

/**
 * What the menu of a seat offers: changes of presence first, then marks, then what is done to the seat itself. Each
 * letter stands for one entry alone.
 */
export function seatEntries(
  person: Seated,
  { state, seated, act }: Pick<Live, 'state' | 'seated' | 'act'>,
  hand: Pick<SeatHand, 'isArranged' | 'takeUp' | 'reset'>,
  onClose: () => void,
): MenuEntry[] {
  const { personId, progress } = person
  const choose = (command: Parameters<typeof act>[0]) => () => {
    onClose()
    act(command)
  }
  const marks: MenuEntry[] = !canBeMarked(state.stage, progress)
    ? []
    : markWords.map(({ mark, name, letter }) => ({
        id: mark,
        name,
        keys: letter,
        ...(mark === 'risk' ? { isRisk: true, icon: Flag } : {}),
        onChoose: choose({ type: 'mark', personId, mark }),
      }))
  const presence: MenuEntry[] = presenceActs(state.stage, progress).map(({ name, letter, type }) => ({
    id: type,
    name,
    keys: letter,
    onChoose: choose({ type, personId }),
  }))
  const lead: MenuEntry[] = leadActs(state, seated, person).map(({ personId: toId, name }, index) => ({
    id: `lead ${toId}`,
    name,
    ...(index === 0 ? { keys: 'T' } : {}),
    onChoose: choose({ type: 'hand-over', personId: toId }),
  }))
  return [...presence, ...lead, ...marks, ...seatItself(person, hand, onClose)]
}

function seatItself(
  { personId }: Seated,
  hand: Pick<SeatHand, 'isArranged' | 'takeUp' | 'reset'>,
  onClose: () => void,
): MenuEntry[] {
  const move: MenuEntry = {
    id: 'move',
    name: 'Move this seat',
    hint: 'or drag it',
    icon: Armchair,
    keys: 'M',
    onChoose: () => {
      onClose()
      hand.takeUp(personId)
    },
  }
  const reset: MenuEntry = {
    id: 'reset',
    name: 'Seats as in a circle again',
    icon: RotateCcw,
    onChoose: () => {
      onClose()
      hand.reset()
    },
  }
  return hand.isArranged ? [move, reset] : [move]
}
