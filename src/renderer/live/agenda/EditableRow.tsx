import { GripVertical } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { PhaseProgress } from '../../../shared/session/state.ts'
import { keepsMinutes } from '../../../shared/session/trim-agenda.ts'
import type { RowDrag } from '../../agenda/use-row-drag.ts'
import { Menu } from '../../ui/Menu.tsx'
import { PhaseSign } from '../PhaseSign.tsx'
import rail from '../PhaseRow.module.css'
import { draftBounds, draftMinutes, type AgendaDraft } from './agenda-draft.ts'
import styles from './EditableRow.module.css'
import { MinutesStepper } from './MinutesStepper.tsx'
import type { MenuEntry } from '../../ui/Menu.tsx'

interface EditableRowProps {
  readonly phase: PhaseProgress
  readonly draft: AgendaDraft
  readonly drag: RowDrag
  /** Empty for the phase that is on, which stays where it is. */
  readonly entries: readonly MenuEntry[]
  readonly hasFocus: boolean
  readonly onMinutes: (minutes: number) => void
}

/** A phase whose minutes and place can be changed. */
export function EditableRow({ phase, draft, drag, entries, hasFocus, onMinutes }: EditableRowProps) {
  const { id, name, status } = phase
  const minutes = draftMinutes(draft, phase)
  const isAhead = status === 'ahead'
  const words = (
    <span className={rail['name']} dir="auto">
      {name}
      <span className={rail['hint']}>{boundWords(phase, draft)}</span>
    </span>
  )
  return (
    <li
      className={styles['row']}
      data-phase={id}
      data-status={status}
      data-dragged={drag.draggedId === id || undefined}
      data-drop={drag.place?.id === id ? drag.place.side : undefined}
      aria-current={isAhead ? undefined : 'step'}
      {...(isAhead ? drag.row(id) : {})}
    >
      {isAhead ? (
        <span aria-hidden className={styles['grip']} title="Drag, or Alt with ↑ ↓" {...drag.grip(id)}>
          <GripVertical size={16} strokeWidth={1.75} />
        </span>
      ) : (
        <PhaseSign phase={phase} />
      )}
      {entries.length === 0 ? (
        <div className={styles['words']}>{words}</div>
      ) : (
        <Menu
          label={`What to do with ${name}`}
          trigger={<AriaButton className={styles['words'] ?? ''}>{words}</AriaButton>}
          entries={entries}
        />
      )}
      <MinutesStepper
        label={`Minutes of ${name}`}
        value={minutes}
        {...draftBounds(draft, phase)}
        hasFocus={hasFocus}
        onChange={onMinutes}
      />
    </li>
  )
}

/** `was 28, min 20`: short, since it stands beside the steps. */
function boundWords(phase: PhaseProgress, draft: AgendaDraft): string {
  const was = draftMinutes(draft, phase) === phase.minutes ? [] : [`was ${phase.minutes}`]
  const isHeld = keepsMinutes(phase) && !draft.released.has(phase.id)
  const bound = isHeld
    ? phase.isProtected
      ? 'protected'
      : 'break'
    : `min ${draftBounds(draft, phase).fewest}`
  return [...was, bound].join(', ')
}
