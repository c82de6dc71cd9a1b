import { CircleAlert, GripVertical } from 'lucide-react'
import type { Phase } from '../../shared/agenda/phase.ts'
import { phaseProblems } from './agenda-edit.ts'
import { PhaseFields } from './PhaseFields.tsx'
import { PhaseMenu } from './PhaseMenu.tsx'
import type { RowDrag } from './use-row-drag.ts'
import styles from './AgendaEditor.module.css'

interface PhaseRowProps {
  readonly phase: Phase
  readonly isOnly: boolean
  readonly drag: RowDrag
  /** What it usually takes; null when that is not known. */
  readonly usualMinutes: number | null
  readonly onChange: (change: Partial<Omit<Phase, 'id'>>) => void
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

export function PhaseRow(props: PhaseRowProps) {
  const { phase, isOnly, drag, usualMinutes, onChange, onMove, onRemove } = props
  const problems = phaseProblems(phase)
  const problem = problems.name ?? problems.minutes ?? problems.minimumMinutes
  return (
    <li
      className={styles['row']}
      data-phase={phase.id}
      data-dragged={drag.draggedId === phase.id || undefined}
      data-drop={drag.place?.id === phase.id ? drag.place.side : undefined}
      {...drag.row(phase.id)}
    >
      <span aria-hidden className={styles['grip']} title="Drag, or Alt with ↑ ↓" {...drag.grip(phase.id)}>
        <GripVertical size={16} strokeWidth={1.75} />
      </span>
      <PhaseFields phase={phase} usualMinutes={usualMinutes} onChange={onChange} />
      <PhaseMenu name={phase.name} isOnly={isOnly} onMove={onMove} onRemove={onRemove} />
      {problem === undefined ? null : (
        <p className={styles['problem']}>
          <CircleAlert aria-hidden size={14} strokeWidth={2} />
          {problem}
        </p>
      )}
    </li>
  )
}
