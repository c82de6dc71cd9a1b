import { useState, type DragEvent } from 'react'
import type { Phase } from '../../shared/agenda/phase.ts'
import type { PhaseId } from '../../shared/ids.ts'
import { dropPhase } from './agenda-edit.ts'

interface DropPlace {
  readonly id: PhaseId
  readonly side: 'before' | 'after'
}

export interface RowDrag {
  readonly draggedId: PhaseId | null
  readonly place: DropPlace | null
  readonly grip: (id: PhaseId) => {
    readonly draggable: true
    readonly onDragStart: (event: DragEvent<HTMLElement>) => void
    readonly onDragEnd: () => void
  }
  readonly row: (id: PhaseId) => {
    readonly onDragOver: (event: DragEvent<HTMLElement>) => void
    readonly onDrop: (event: DragEvent<HTMLElement>) => void
  }
}

/** Rows dragged by their grip with the pointer. The keyboard has Alt with the arrows and the row's menu. */
export function useRowDrag(phases: readonly Phase[], onDropped: (phases: readonly Phase[]) => void): RowDrag {
  const [draggedId, setDraggedId] = useState<PhaseId | null>(null)
  const [place, setPlace] = useState<DropPlace | null>(null)
  const end = () => {
    setDraggedId(null)
    setPlace(null)
  }
  return {
    draggedId,
    place,
    grip: (id) => ({
      draggable: true,
      onDragStart: (event) => {
        const row = event.currentTarget.closest('li')
        if (row !== null) event.dataTransfer.setDragImage(row, 0, 0)
        event.dataTransfer.effectAllowed = 'move'
        setDraggedId(id)
      },
      onDragEnd: end,
    }),
    row: (id) => ({
      onDragOver: (event) => {
        if (draggedId === null) return
        event.preventDefault()
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const side = event.clientY < top + height / 2 ? 'before' : 'after'
        if (place?.id !== id || place.side !== side) setPlace({ id, side })
      },
      onDrop: (event) => {
        event.preventDefault()
        if (draggedId !== null && place !== null) onDropped(dropPhase(phases, draggedId, place))
        end()
      },
    }),
  }
}
