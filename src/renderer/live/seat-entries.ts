import { Flag } from 'lucide-react'
import type { MenuEntry } from '../ui/Menu.tsx'
import type { Live } from './live-context.ts'
import { markWords } from './marks.ts'
import { canBeMarked, presenceActs } from './seat-commands.ts'
import type { Seated } from './seated.ts'

/** What the menu of a seat offers: changes of presence first, then marks. Each letter stands for one entry alone. */
export function seatEntries(
  person: Seated,
  { state, act }: Pick<Live, 'state' | 'act'>,
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
  if (marks.length + presence.length > 0) return [...presence, ...marks]
  return [{ id: 'here', name: 'Here already', hint: 'Z takes the last act back', onChoose: onClose }]
}
