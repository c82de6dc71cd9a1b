import { UndoNotice } from '../ui/UndoNotice.tsx'
import type { DoneHold } from './use-holds.ts'

interface HoldDoneProps {
  /** Null says nothing. */
  readonly done: DoneHold | null
  readonly onForget: () => void
}

/** That a hold was placed or lifted, with the way back. */
export function HoldDone({ done, onForget }: HoldDoneProps) {
  if (done === null) return null
  const isLifted = done.what === 'lifted'
  return (
    <UndoNotice
      key={`${done.what} ${done.holdId}`}
      undoWords={isLifted ? 'Place it again' : 'Take it back'}
      onUndo={() => void done.undo()}
      onDone={onForget}
    >
      <p>{isLifted ? 'The hold is lifted.' : 'The hold is placed.'}</p>
    </UndoNotice>
  )
}
