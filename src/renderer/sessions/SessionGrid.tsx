import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useState, type CSSProperties, type RefObject } from 'react'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { SessionColumn } from '../../shared/review/session-view.ts'
import { gridOf } from './column-words.ts'
import { gridKeys, type GridActs } from './grid-keys.ts'
import { GridHead } from './GridHead.tsx'
import { GridLines, lineId } from './GridLines.tsx'
import { createLinePlaces } from './line-places.ts'
import { useSessionsMemory } from './sessions-memory.tsx'
import type { FoundInRecord } from './use-found.ts'
import { useRem } from './use-rem.ts'
import type { SessionTableModel } from './use-session-table.ts'
import styles from './SessionGrid.module.css'

const lineRem = 3.6875
const headRem = 2.25

interface SessionGridProps extends GridActs {
  readonly table: SessionTableModel
  readonly columns: readonly SessionColumn[]
  readonly basis: MatchBasis
  readonly found: FoundInRecord['byId']
  readonly gridRef: RefObject<HTMLTableElement | null>
  /** Enter in another place opens the current line too. */
  readonly leads: boolean
}

interface GridStyle extends CSSProperties {
  readonly '--columns': string
  readonly '--least': string
}

/**
 * The table itself: one stop of the keyboard, within which arrows choose a line. Of thousands of lines, those in sight are
 * drawn; the rest are counted for who hears them.
 */
export function SessionGrid(props: SessionGridProps) {
  const { table, columns, basis, found, gridRef, leads, ...acts } = props
  const memory = useSessionsMemory()
  const { rows } = table.getRowModel()
  const { lines, pageLines, keyOf } = useLines(rows.length, gridRef)
  const { onKeyDown, onClick } = gridKeys({
    ...acts,
    rows,
    pageLines,
    scrollTo: (place) => lines.scrollToIndex(place),
  })
  const drawn = lines.getVirtualItems()
  const { current } = acts.choice
  return (
    <table
      ref={gridRef}
      // As the ARIA practices have a table whose lines are chosen with arrows.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label="Sessions"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={drawn.some(({ index }) => index === current) ? lineId(current) : undefined}
      tabIndex={0}
      className={styles['grid']}
      data-leads={leads || undefined}
      style={styleOf(columns)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onScroll={(event) => memory.keepTop(event.currentTarget.scrollTop)}
    >
      <GridHead table={table} columns={columns} />
      <GridLines
        drawn={drawn}
        heightPx={lines.getTotalSize()}
        keyOf={keyOf}
        rows={rows}
        columns={columns}
        basis={basis}
        found={found}
        choice={acts.choice}
      />
    </table>
  )
}

function useLines(count: number, gridRef: RefObject<HTMLTableElement | null>) {
  const memory = useSessionsMemory()
  const [firstTopPx] = useState(memory.topPx)
  const [{ linesOf, keyOf }] = useState(createLinePlaces)
  const rem = useRem()
  // oxlint-disable-next-line react/incompatible-library -- no compiler keeps what it answers
  const lines = useVirtualizer({
    count,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rem * lineRem,
    rangeExtractor: linesOf,
    // What fits is known before it is measured, nearly: the lines come with the first paint.
    initialRect: { width: 0, height: window.innerHeight },
    initialOffset: firstTopPx,
    // The headings stay above the lines and take of what is in sight.
    scrollPaddingEnd: rem * headRem + 2,
  })
  useEffect(() => lines.measure(), [lines, rem])
  return { lines, keyOf, pageLines: Math.floor((lines.scrollRect?.height ?? 0) / (rem * lineRem)) }
}

function styleOf(columns: readonly SessionColumn[]): GridStyle {
  const { template, leastRem } = gridOf(columns)
  return { '--columns': template, '--least': `${leastRem}rem` }
}
