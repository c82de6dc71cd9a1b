import type { KeyboardEvent, MouseEvent } from 'react'
import { moveBy, stepOf } from '../sessions/choice.ts'
import { chooseAll, chooseNone, goTo, toggle } from './choosing.ts'
import type { KeptGridProps } from './KeptGrid.tsx'

interface GridKeys extends Pick<
  KeptGridProps,
  'lines' | 'choosing' | 'onChoosing' | 'choosesLines' | 'onOpen'
> {
  /** How many lines fit. */
  readonly pageLines: number
  readonly scrollTo: (place: number) => void
}

/** What keys and clicks do in a list. */
export function gridKeys(grid: GridKeys) {
  const { lines, choosing, onChoosing, choosesLines, scrollTo } = grid
  const { current } = choosing.place
  const open = (place: number) => {
    const line = lines[place]
    if (line !== undefined) grid.onOpen(line)
  }
  const choose = (key: string, hasCommand: boolean): boolean => {
    if (!choosesLines) return false
    if (key === ' ') onChoosing(toggle(lines, choosing, current))
    else if (key === 'a' && hasCommand) onChoosing(chooseAll(lines, choosing))
    else if (key === 'Escape') onChoosing(chooseNone(choosing))
    else return false
    return true
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || lines.length === 0) return
      const step = stepOf(event.key)
      if (step !== undefined) {
        const target = moveBy(current, step, lines.length, grid.pageLines)
        onChoosing(goTo(lines, choosing, target, choosesLines && event.shiftKey))
        scrollTo(target)
      } else if (event.key === 'Enter') open(current)
      else if (!choose(event.key, event.ctrlKey || event.metaKey)) return
      event.preventDefault()
    },
    // Heard by the table for all lines.
    onClick: ({ target, shiftKey }: MouseEvent) => {
      if (!(target instanceof Element)) return
      const place = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1)
      if (place < 0) return
      if (!choosesLines || target.closest('[data-opens]') !== null) {
        onChoosing(goTo(lines, choosing, place, false))
        open(place)
      } else onChoosing(shiftKey ? goTo(lines, choosing, place, true) : toggle(lines, choosing, place))
    },
  }
}
