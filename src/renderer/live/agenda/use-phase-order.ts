import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { phaseIdSchema, type PhaseId } from '../../../shared/ids.ts'
import { useRowDrag, type RowDrag } from '../../agenda/use-row-drag.ts'
import type { Live } from '../live-context.ts'
import { moveCommand, orderCommand, phasesAhead } from './order-commands.ts'

interface PhaseOrder {
  readonly drag: RowDrag
  readonly move: (phaseId: PhaseId, by: number) => void
  /** Alt with an arrow moves the row that has the focus. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
  /** Where the row that was moved last stands now; empty when none was. */
  readonly place: string
}

/** Puts the phases ahead into another order, with the pointer or the keys. The focus goes along with the row. */
export function usePhaseOrder(
  list: RefObject<HTMLOListElement | null>,
  { state, act }: Pick<Live, 'state' | 'act'>,
): PhaseOrder {
  const focused = useRef<{ readonly id: PhaseId; readonly part: string; readonly order: string } | null>(null)
  const [movedId, setMovedId] = useState<PhaseId | null>(null)
  const ahead = phasesAhead(state)
  const order = ahead.map(({ id }) => id).join(' ')
  const drag = useRowDrag(ahead, (phases) => act((latest) => orderCommand(latest, phases)))
  const move = (phaseId: PhaseId, by: number, part = 'button') => {
    if (moveCommand(state, phaseId, by) === null) return
    focused.current = { id: phaseId, part, order }
    setMovedId(phaseId)
    act((latest) => moveCommand(latest, phaseId, by))
  }
  // A row that changes its place loses the focus; until it has come, nothing is to be done.
  useLayoutEffect(() => {
    const kept = focused.current
    if (kept === null || kept.order === order) return
    focused.current = null
    const row = list.current?.querySelector(`[data-phase="${kept.id}"]`)
    const part = row?.querySelector(kept.part)
    if (part instanceof HTMLElement && document.activeElement === document.body) part.focus()
  })
  const at = ahead.findIndex(({ id }) => id === movedId)
  return {
    drag,
    move,
    onKeyDownCapture: (event) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (by === 0 || !event.altKey || !(event.target instanceof HTMLElement)) return
      const id = phaseIdSchema.safeParse(event.target.closest('li')?.dataset['phase']).data
      if (id === undefined || !ahead.some((phase) => phase.id === id)) return
      event.preventDefault()
      event.stopPropagation()
      move(id, by, event.target.matches('input') ? 'input' : 'button')
    },
    place: at === -1 ? '' : `${ahead[at]?.name}: ${at + 1} of ${ahead.length} to come`,
  }
}
