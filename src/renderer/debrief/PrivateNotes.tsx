import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { NotePlace } from '../../shared/session/state.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePrivateTexts } from '../app/use-private-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MoveNote } from './MoveNote.tsx'
import styles from './PrivateNotes.module.css'

interface PrivateNotesProps {
  readonly sessionId: SessionId
  readonly places: readonly NotePlace[]
  readonly timeWords: (wallMs: number) => string
  /** What one of them says is in the record now. */
  readonly onMoved: () => void
  readonly onClose: () => void
}

/**
 * The private side of the debrief: plum and serif. From here a note can be put into the record; nothing of the record
 * comes here. The texts live in this component alone, so that closing or concealing lets them go.
 */
export function PrivateNotes({ sessionId, places, timeWords, onMoved, onClose }: PrivateNotesProps) {
  const { texts, failure } = usePrivateTexts(sessionId)
  const [moving, setMoving] = useState<NoteText | null>(null)
  const [hasMoved, setHasMoved] = useState(false)
  return (
    <Dialog title="Your private notes" isOpen width="wide" onClose={onClose}>
      <div data-side="private" className={styles['side']}>
        <p className={styles['promise']}>Private — never exported, never backed up, only you.</p>
        <FailureNotice failure={failure} />
        {hasMoved && moving === null ? (
          <output ref={focusOn} tabIndex={-1} className={styles['moved']}>
            These words stand in the record now. Your private note is still here.
          </output>
        ) : null}
        {moving === null ? (
          <ol className={styles['notes']}>
            {texts.map((note) => {
              const place = places.find(({ noteId }) => noteId === note.noteId)
              return (
                <li key={note.noteId} className={styles['note']}>
                  <time className={styles['time']}>{place === undefined ? '' : timeWords(place.wallMs)}</time>
                  <p dir="auto" className={styles['text']}>
                    {note.text}
                  </p>
                  <Button size="small" onPress={() => setMoving(note)}>
                    Put into the record…
                  </Button>
                </li>
              )
            })}
          </ol>
        ) : (
          <MoveNote
            sessionId={sessionId}
            note={moving}
            onMoved={() => {
              setMoving(null)
              setHasMoved(true)
              onMoved()
            }}
            onLeave={() => setMoving(null)}
          />
        )}
      </div>
    </Dialog>
  )
}

// What had the keyboard is gone; without this, Escape would be meant for the page behind.
function focusOn(words: HTMLElement | null): void {
  words?.focus()
}
