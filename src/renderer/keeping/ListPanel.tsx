import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type RefObject } from 'react'
import { chosenIds, nothingChosen, type Choosing } from './choosing.ts'
import styles from './KeepingScreen.module.css'
import { KeptGrid, type GridLine } from './KeptGrid.tsx'
import { PanelFoot, type FootWords } from './PanelFoot.tsx'

interface ListPanelProps extends FootWords {
  readonly label: string
  readonly heads: readonly string[]
  readonly lines: readonly GridLine[]
  /** What stands where there are none. */
  readonly empty: string
  /** Lines can be chosen, and go. */
  readonly choosesLines: boolean
  /** The line that the list begins at. */
  readonly from?: number
  readonly isPrivate?: boolean
  readonly onOpen: (line: GridLine) => void
  readonly openWords: string
  /** The dialog that asks about the chosen ones. */
  readonly renderDialog: (chosen: readonly string[], onClose: () => void) => ReactNode
}

/** One list with what can be done about its lines. None is chosen at first. */
export function ListPanel(props: ListPanelProps) {
  const { label, heads, lines, empty, choosesLines, from = 0, isPrivate = false, onOpen, openWords } = props
  const [choosing, setChoosing] = useState<Choosing>({
    ...nothingChosen,
    place: { current: from, anchor: null },
  })
  const [isAsked, setIsAsked] = useState(false)
  const gridRef = useRef<HTMLTableElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useFocusAfter(isAsked, gridRef, panel)
  const shared = { lines, choosing, onChoosing: setChoosing, choosesLines }
  return (
    <div ref={panel} className={styles['panel']} data-private={isPrivate || undefined} tabIndex={-1}>
      {lines.length === 0 ? (
        <p className={styles['nothing']}>{empty}</p>
      ) : (
        <>
          <KeptGrid
            {...shared}
            label={label}
            heads={heads}
            onOpen={onOpen}
            openWords={openWords}
            gridRef={gridRef}
          />
          <PanelFoot {...shared} {...props} onAct={() => setIsAsked(true)} />
        </>
      )}
      {isAsked ? props.renderDialog(chosenIds(lines, choosing), () => setIsAsked(false)) : null}
    </div>
  )
}

/** The button that opened a dialog can do nothing after it, and its focus would be lost: the list takes it, if there is one. */
function useFocusAfter(
  isAsked: boolean,
  gridRef: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
): void {
  const regain = useEffectEvent(() => {
    if (document.activeElement === document.body) (gridRef.current ?? panel.current)?.focus()
  })
  useEffect(() => {
    if (!isAsked) return
    // The dialog gives the focus back first.
    return () => void requestAnimationFrame(() => requestAnimationFrame(() => regain()))
  }, [isAsked])
}
