import { useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Phase } from '../../shared/agenda/phase.ts'
import { phaseIdSchema, type PhaseId } from '../../shared/ids.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { changePhase, movePhase } from './agenda-edit.ts'
import { PhaseRow } from './PhaseRow.tsx'
import { useRowDrag } from './use-row-drag.ts'
import type { UsualMinutes } from './use-usual-minutes.ts'
import styles from './AgendaEditor.module.css'

interface AgendaRowsProps {
  readonly label: string
  readonly phases: readonly Phase[]
  readonly usual: UsualMinutes
  readonly onEdit: (phases: readonly Phase[]) => void
}

/** The phases as rows to edit and to put into another order. */
export function AgendaRows({ label, phases, usual, onEdit }: AgendaRowsProps) {
  const drag = useRowDrag(phases, onEdit)
  const [moved, setMoved] = useState<PhaseId | null>(null)
  const movedAt = phases.findIndex(({ id }) => id === moved)
  const move = (id: PhaseId, by: number) => {
    setMoved(id)
    onEdit(movePhase(phases, id, by))
  }
  return (
    <>
      <div aria-hidden className={styles['heads']}>
        <span />
        <span>Phase</span>
        <span>Kind</span>
        <span>Minutes</span>
        <span />
        <span>At least</span>
        <span>Protected</span>
        <span />
      </div>
      <ol aria-label={label} onKeyDownCapture={(event) => moveByKey(event, move)}>
        {phases.map((phase) => (
          <PhaseRow
            key={phase.id}
            phase={phase}
            isOnly={phases.length === 1}
            drag={drag}
            usualMinutes={usual(phase.name)}
            onChange={(change) => onEdit(changePhase(phases, phase.id, change))}
            onMove={(by) => move(phase.id, by)}
            onRemove={() => onEdit(phases.filter(({ id }) => id !== phase.id))}
          />
        ))}
      </ol>
      <output>
        <VisuallyHidden>
          {movedAt === -1 ? '' : `${phases[movedAt]?.name}: place ${movedAt + 1} of ${phases.length}`}
        </VisuallyHidden>
      </output>
    </>
  )
}

// Alt with an arrow moves the row that has the focus, from any of its fields, and the focus goes with it.
function moveByKey(event: KeyboardEvent, move: (id: PhaseId, by: number) => void): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (by === 0 || !event.altKey || !(event.target instanceof HTMLElement)) return
  const id = phaseIdSchema.safeParse(event.target.closest('li')?.dataset['phase']).data
  if (id === undefined) return
  event.preventDefault()
  event.stopPropagation()
  const focused = event.target
  flushSync(() => move(id, by))
  focused.focus()
}
