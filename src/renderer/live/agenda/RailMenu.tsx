import { Clock, Ellipsis, ListPlus, SlidersHorizontal, Square, Undo2 } from 'lucide-react'
import { memo } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { useSteady } from '../../ui/use-steady.ts'
import { useLive, type Live } from '../live-context.ts'
import type { ChangeView, LiveView } from '../use-live-view.ts'
import { extendSession, openInsertion, toggleAgenda } from './agenda-keys.ts'

interface RailMenuProps {
  readonly view: LiveView
  readonly change: ChangeView
  readonly className: string
}

/** What can be done with the agenda as a whole. */
export function RailMenu({ view, change, className }: RailMenuProps) {
  const live = useLive()
  const { stage } = live.state
  const desk = { live, view, change }
  const onEdit = useSteady(() => toggleAgenda(desk))
  const onInsert = useSteady(() => openInsertion(desk))
  const onLonger = useSteady((minutes: 5 | 10 | 15) => extendSession(desk, minutes))
  if (stage === 'ended') return null
  const isEditing = view.agendaDraft !== null
  const isBefore = stage === 'prepared'
  return <Entries {...{ isEditing, isBefore, className, onEdit, onInsert, onLonger }} act={live.act} />
}

interface EntriesProps {
  readonly isEditing: boolean
  readonly isBefore: boolean
  readonly className: string
  readonly onEdit: () => void
  readonly onInsert: () => void
  readonly onLonger: (minutes: 5 | 10 | 15) => void
  readonly act: Live['act']
}

const Entries = memo(function Entries(props: EntriesProps) {
  const { isEditing, isBefore, className, onEdit, onInsert, onLonger, act } = props
  return (
    <Menu
      label="More about the agenda"
      trigger={
        <Button look="plain" icon={Ellipsis} aria-label="More about the agenda" className={className} />
      }
      entries={[
        {
          id: 'edit',
          name: isEditing ? 'Put the changes away' : 'Change minutes and order',
          icon: SlidersHorizontal,
          keys: ['Alt', 'E'],
          onChoose: onEdit,
        },
        {
          id: 'insert',
          name: 'Insert a phase',
          icon: ListPlus,
          onChoose: onInsert,
        },
        ...([5, 10, 15] as const).map((minutes): MenuEntry => ({
          id: `longer-${minutes}`,
          name: `End ${minutes} min later`,
          icon: Clock,
          ...(minutes === 5 ? { keys: ['Alt', 'L'] } : {}),
          onChoose: () => onLonger(minutes),
        })),
        ...(isBefore ? [] : runningEntries(act)),
      ]}
    />
  )
})

function runningEntries(act: Live['act']): MenuEntry[] {
  return [
    {
      id: 'back',
      name: 'Back to the phase before',
      icon: Undo2,
      keys: 'B',
      onChoose: () => act({ type: 'previous-phase' }),
    },
    {
      id: 'end',
      name: 'End the session now',
      icon: Square,
      hint: 'Can be taken back with Z',
      onChoose: () => act({ type: 'end' }),
    },
  ]
}
