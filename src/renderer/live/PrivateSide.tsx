import { useState, type ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import type { Result } from '../../shared/result.ts'
import { call } from '../app/api.ts'
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
export function PrivateSide({ flags, onRecorded, ...draft }: PrivateSideProps) {
  const { sessionId, state, zone } = useLive()
  const { texts: read, failure } = usePrivateTexts(sessionId)
  const [saved, setSaved] = useState<readonly NoteText[]>([])
  const [isMoving, setIsMoving] = useState(false)
  const places = state.notes.filter(({ isPrivate }) => isPrivate)

  async function save(text: string): Promise<Result<NoteText, Failure>> {
    const answer = await call('session.keep-private-note', { sessionId, text })
    if (answer.ok) setSaved((before) => [...before, answer.value])
    return answer
  }

  return (
    <div className={styles['side']} data-side="private">
      <p className={styles['promise']}>Private — never exported, never backed up, only you.</p>
      <BeforeFirstNote className={styles['before'] ?? ''} />
      <FailureNotice failure={failure} />
      <NoteList
        label="Private notes"
        places={places}
        texts={new Map([...read, ...saved].map(({ noteId, text }) => [noteId, text]))}
        // The event of a note that was saved here may still be on its way.
        unplaced={unplacedNotes(state, read)}
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
      <NoteField {...draft} side="private" onSave={save} />
    </div>
  )
}
