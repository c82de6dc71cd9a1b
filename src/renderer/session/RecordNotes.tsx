import { wallTime } from '../live/time-words.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './RecordNotes.module.css'
import type { SessionView } from './session-view.ts'

interface RecordNotesProps {
  readonly view: SessionView
  /** Shows the score at the moment at which a note was written. */
  readonly onMoment: (ms: number) => void
}

/** The record notes in their order. Private notes are not here: they are their author's, on Live and in the debrief. */
export function RecordNotes({ view, onMoment }: RecordNotesProps) {
  const { notes, zone } = view
  if (notes.length === 0) {
    return (
      <EmptyState title="No record note was written">
        What is written for the record during a session stands here, with its time and its phase.
      </EmptyState>
    )
  }
  return (
    <ol className={styles['notes']} aria-label="Record notes">
      {notes.map(({ noteId, atMs, wallMs, phase, text }) => (
        <li key={noteId} className={styles['note']}>
          <div className={styles['when']}>
            <Button look="plain" size="small" className={styles['time'] ?? ''} onPress={() => onMoment(atMs)}>
              {wallTime(wallMs, zone)}
            </Button>
            <bdi className={styles['phase']}>{phase}</bdi>
          </div>
          <p dir="auto" className={styles['text']}>
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}
