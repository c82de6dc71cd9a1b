import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

interface UndoNoticeProps {
  /** What was done. */
  readonly children: ReactNode
  /** The way back, as the button calls it. */
  readonly undoWords: string
  readonly onUndo: () => void
  readonly onDone: () => void
}

/** Says what was done, instead of having asked before, and offers the way back. */
export function UndoNotice({ children, undoWords, onUndo, onDone }: UndoNoticeProps) {
  // What it was chosen from is gone, a menu or a row.
  const undo = useFocusOnArrival<HTMLButtonElement>()
  return (
    <Notice
      announce="polite"
      actions={
        <>
          <Button ref={undo} size="small" onPress={onUndo}>
            {undoWords}
          </Button>
          <Button size="small" look="plain" onPress={onDone}>
            That is right
          </Button>
        </>
      }
    >
      {children}
    </Notice>
  )
}
