import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePrivateTexts } from '../app/use-private-texts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MoveNote } from './MoveNote.tsx'
import { movedNotes } from './moved-notes.ts'
import styles from './PrivateNotes.module.css'

interface PrivateNotesProps {
  readonly sessionId: SessionId
  readonly state: Pick<SessionState, 'history' | 'notes'>
  readonly timeWords?: (wallMs: number) => string
  /** Said above them, where their session cannot be opened. */
  readonly about?: string
  /** What one of them says is in the record now, in these words. */
  readonly onMoved?: (note: NoteText) => void
  readonly onClose: () => void
}

/**
 * The private notes of a session: plum and serif. From here a note can be put into the record; nothing of the record
 * comes here. The texts live in this component alone, so that closing or concealing lets them go.
 */
export function PrivateNotes(props: PrivateNotesProps) {
  const { sessionId, state, timeWords = () => '', about, onMoved, onClose } = props
  const { texts, failure } = usePrivateTexts(sessionId)
  const [moving, setMoving] = useState<NoteText | null>(null)
  const [hasMoved, setHasMoved] = useState(false)
  return (
    <Dialog title="Your private notes" isOpen width="wide" onClose={onClose}>
      <div data-side="private" className={styles['side']}>
        <p className={styles['promise']}>Private — never exported, never backed up, only you.</p>
        {about === undefined ? null : <p className={styles['about']}>{about}</p>}
        <FailureNotice failure={failure} />
        {hasMoved && moving === null ? (
          <output ref={focusOn} tabIndex={-1} className={styles['moved']}>
            These words stand in the record now. Your private note is still here.
          </output>
        ) : null}
        {moving === null ? (
          <NotesToMove texts={texts} state={state} timeWords={timeWords} onMove={setMoving} />
        ) : (
          <MoveNote
            sessionId={sessionId}
            note={moving}
            onMoved={(note) => {
              setMoving(null)
              setHasMoved(true)
              onMoved?.(note)
            }}
            onLeave={() => setMoving(null)}
          />
        )}
      </div>
    </Dialog>
  )
}

interface NotesToMoveProps extends Required<Pick<PrivateNotesProps, 'state' | 'timeWords'>> {
  readonly texts: readonly NoteText[]
  readonly onMove: (note: NoteText) => void
}

function NotesToMove({ texts, state, timeWords, onMove }: NotesToMoveProps) {
  const moved = movedNotes(state)
  return (
    <ol className={styles['notes']}>
      {texts.map((note) => {
        const place = state.notes.find(({ noteId }) => noteId === note.noteId)
        const time = place === undefined ? '' : timeWords(place.wallMs)
        return (
          <li key={note.noteId} className={styles[place === undefined ? 'lone' : 'note']}>
            {place === undefined ? null : <time className={styles['time']}>{time}</time>}
            <div>
              <p dir="auto" className={styles['text']}>
                {note.text}
              </p>
              {moved.has(note.noteId) ? (
                <p className={styles['promise']}>Words of it stand in the record.</p>
              ) : null}
            </div>
            {/* Nothing is to be known of a note whose event was lost, so nothing of it can be moved. */}
            {place === undefined ? null : (
              <Button
                aria-label={`Put into the record…, the note of ${time}`}
                className={styles['put'] ?? ''}
                onPress={() => onMove(note)}
              >
                Put into the record…
              </Button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

// What had the keyboard is gone; without this, Escape would be meant for the page behind.
function focusOn(words: HTMLElement | null): void {
  words?.focus()
}
