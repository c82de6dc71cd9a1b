import { useState, type ReactNode } from 'react'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePrivateTexts } from '../app/use-private-texts.ts'
import { BeforeFirstNote } from '../backup/BeforeFirstNote.tsx'
import { PrivateNotes } from '../private/PrivateNotes.tsx'
import { Button } from '../ui/Button.tsx'
import { useLive } from './live-context.ts'
import { NoteField, type DraftProps } from './NoteField.tsx'
import { NoteList } from './NoteList.tsx'
import styles from './NoteSide.module.css'
import { wallTime } from './time-words.ts'
import { unplacedNotes } from './unplaced-notes.ts'

interface PrivateSideProps extends DraftProps {
  /** What hangs over the session, above the field. */
  readonly flags: ReactNode
  /** A private note has words in the record now. */
  readonly onRecorded: (note: NoteText) => void
}

/**
 * Plum and serif: what stays with its author. The texts are read when this side is opened and live in this component
 * alone, past every cache, so that leaving the side or concealing it lets them go.
 */
export function PrivateSide({ flags, onRecorded, ...field }: PrivateSideProps) {
  const { sessionId, state, zone } = useLive()
  const [isMoving, setIsMoving] = useState(false)
  const places = state.notes.filter(({ isPrivate }) => isPrivate)
  const { texts, failure } = usePrivateTexts(sessionId, places.at(-1)?.noteId)
  return (
    <div className={styles['side']} data-side="private">
      <p className={styles['promise']}>Private — never exported, never backed up, only you.</p>
      <BeforeFirstNote className={styles['before'] ?? ''} />
      <FailureNotice failure={failure} />
      <NoteList
        label="Private notes"
        places={places}
        texts={new Map(texts.map(({ noteId, text }) => [noteId, text]))}
        unplaced={unplacedNotes(state, texts)}
        empty="Your own thoughts about the group. They stay apart from the record."
      />
      {places.length === 0 ? null : (
        <Button look="plain" className={styles['put'] ?? ''} onPress={() => setIsMoving(true)}>
          Put a note into the record…
        </Button>
      )}
      {isMoving ? (
        <PrivateNotes
          sessionId={sessionId}
          state={state}
          timeWords={(wallMs) => wallTime(wallMs, zone)}
          onMoved={onRecorded}
          onClose={() => setIsMoving(false)}
        />
      ) : null}
      {flags}
      <NoteField {...field} side="private" />
    </div>
  )
}
