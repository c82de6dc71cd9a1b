import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react'
import { useRem } from '../sessions/use-rem.ts'
import { chosenIds, type ChoosableLine, type Choosing } from './choosing.ts'
import { gridKeys } from './grid-keys.ts'
import styles from './KeptGrid.module.css'
import { KeptLine } from './KeptLine.tsx'

/** A line of any of the lists. */
export interface GridLine extends ChoosableLine {
  readonly name: string
  /** Beside the name, softer. */
  readonly hint: string
  readonly cells: readonly string[]
  /** Why it may not be chosen, or what else is to be seen of it. */
  readonly sign: 'on hold' | null
}

export interface KeptGridProps {
  readonly label: string
  /** The name of the first column, and of those after it. */
  readonly heads: readonly string[]
  readonly lines: readonly GridLine[]
  readonly choosing: Choosing
  readonly onChoosing: (choosing: Choosing) => void
  /** Lines are chosen with the space bar and a click; otherwise a click opens. */
  readonly choosesLines: boolean
  readonly onOpen: (line: GridLine) => void
  /** `Open the page of`. */
  readonly openWords: string
  /** Where the keyboard goes on when a dialog has closed. */
  readonly gridRef: RefObject<HTMLTableElement | null>
}

const lineRem = 2.75
const headRem = 2.25

interface GridStyle extends CSSProperties {
  readonly '--cells': number
}

/** One stop of the keyboard; arrows go through the lines, of which those in sight are drawn. */
export function KeptGrid(props: KeptGridProps) {
  const { label, heads, lines, choosing, choosesLines, openWords, gridRef } = props
  const { drawn, heightPx, keys } = useGrid(props)
  const chosen = useMemo(() => new Set(chosenIds(lines, choosing)), [lines, choosing])
  const { current } = choosing.place
  const gridStyle: GridStyle = { '--cells': heads.length - 1 }
  return (
    <table
      ref={gridRef}
      // As the ARIA practices have a table whose lines are chosen with arrows.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-multiselectable={choosesLines}
      aria-activedescendant={drawn.some(({ index }) => index === current) ? lineId(current) : undefined}
      tabIndex={0}
      className={styles['grid']}
      data-chooses={choosesLines || undefined}
      style={gridStyle}
      {...keys}
    >
      <thead className={styles['head']}>
        <tr aria-rowindex={1} className={styles['headings']}>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles['lines']} style={{ height: heightPx }}>
        {drawn.map(({ index, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          return (
            <KeptLine
              key={line.id}
              id={lineId(index)}
              line={line}
              index={index}
              topPx={start}
              isCurrent={index === current}
              isChosen={choosesLines ? chosen.has(line.id) : null}
              openWords={openWords}
            />
          )
        })}
      </tbody>
    </table>
  )
}

function useGrid(props: KeptGridProps) {
  const { lines, choosing, gridRef } = props
  const rem = useRem()
  // oxlint-disable-next-line react/incompatible-library -- no compiler keeps what it answers
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rem * lineRem,
    overscan: 4,
    initialRect: { width: 0, height: window.innerHeight },
    // The headings take room above the lines, which the lines are counted without.
    scrollPaddingEnd: rem * headRem + 2,
  })
  useEffect(() => virtual.measure(), [virtual, rem])
  // A list can begin at another line than its first.
  const first = useRef(choosing.place.current)
  useEffect(() => virtual.scrollToIndex(first.current, { align: 'start' }), [virtual])
  return {
    drawn: virtual.getVirtualItems(),
    heightPx: virtual.getTotalSize(),
    keys: gridKeys({
      ...props,
      pageLines: Math.floor((virtual.scrollRect?.height ?? 0) / (rem * lineRem)),
      scrollTo: (place) => virtual.scrollToIndex(place),
    }),
  }
}

function lineId(index: number): string {
  return `kept-line-${index}`
}
