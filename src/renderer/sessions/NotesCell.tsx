import { Check, ClockAlert, FilePlus, Minus, PenLine, Signature, type LucideIcon } from 'lucide-react'
import type { MatchBasis } from '../../shared/review/match-sessions.ts'
import type { NotesState } from '../../shared/review/notes-state.ts'
import { notesWords } from './notes-words.ts'
import type { ShownSession } from './shown-session.ts'
import styles from './SessionLine.module.css'

const icons: Readonly<Record<NotesState, LucideIcon>> = {
  overdue: ClockAlert,
  draft: PenLine,
  awaiting: Signature,
  addended: FilePlus,
  signed: Check,
  none: Minus,
}

interface NotesCellProps {
  readonly session: ShownSession
  readonly basis: MatchBasis
}

/**
 * How the notes stand. What is left to do is the way to it: for the mouse, whose clicks the grid hears, as it hears Shift
 * and Enter of the keyboard.
 */
export function NotesCell({ session, basis }: NotesCellProps) {
  const Icon = icons[session.state]
  const words = (
    <>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      {notesWords(session, basis)}
    </>
  )
  if (!isLeftToDo(session.state)) return <span className={styles['notes']}>{words}</span>
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['notes']}
      data-state={session.state}
      data-opens="notes"
    >
      {words}
    </button>
  )
}

function isLeftToDo(state: NotesState): boolean {
  return state === 'overdue' || state === 'draft' || state === 'awaiting'
}
