import type { KeyboardEvent, MouseEvent } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import { chosenSpan, moveBy, moveTo, stepOf, type Choice } from './choice.ts'
import type { SessionTableRow } from './sort-columns.ts'

export interface GridActs {
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
  readonly onOpen: (sessionId: SessionId) => void
  readonly onOpenNotes: (sessionId: SessionId) => void
}

interface GridKeys extends GridActs {
  readonly rows: readonly SessionTableRow[]
  /** How many lines fit. */
  readonly pageLines: number
  readonly scrollTo: (place: number) => void
}

/** What keys and clicks do in the table. */
export function gridKeys({ rows, pageLines, scrollTo, choice, onChoose, onOpen, onOpenNotes }: GridKeys) {
  const open = (place: number, wantsNotes: boolean) => {
    const sessionId = rows[place]?.original.row.sessionId
    if (sessionId !== undefined) (wantsNotes ? onOpenNotes : onOpen)(sessionId)
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || rows.length === 0) return
      const step = stepOf(event.key)
      if (step !== undefined) {
        const target = moveBy(choice.current, step, rows.length, pageLines)
        onChoose(moveTo(choice, target, event.shiftKey))
        scrollTo(target)
      } else if (event.key === 'Enter') open(choice.current, event.shiftKey)
      else if (event.key === 'a' && (event.ctrlKey || event.metaKey))
        onChoose({ current: rows.length - 1, anchor: 0 })
      else if (event.key === 'Escape' && chosenSpan(choice) !== null) onChoose({ ...choice, anchor: null })
      else return
      event.preventDefault()
    },
    // Heard by the table for all lines, so that none has a function of its own that would have it drawn again.
    onClick: ({ target, shiftKey }: MouseEvent) => {
      const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
      if (line === null || !(target instanceof Element)) return
      const place = Number(line.dataset['index'])
      onChoose(moveTo(choice, place, shiftKey))
      const wantsNotes = target.closest('[data-opens="notes"]') !== null
      if (wantsNotes || !shiftKey) open(place, wantsNotes)
    },
  }
}
