import { useState } from 'react'
import type { SessionId } from '../../shared/ids.ts'
import type { NoteText } from '../../shared/ipc/session-calls.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './PrivateNotes.module.css'

interface MoveNoteProps {
  readonly sessionId: SessionId
  readonly note: NoteText
  readonly onMoved: (note: NoteText) => void
  readonly onLeave: () => void
}

/** The one way from private to record: the words as they will stand there, and a yes of its own. */
export function MoveNote({ sessionId, note, onMoved, onLeave }: MoveNoteProps) {
  const { act, isBusy, failure } = useAct()
  const [text, setText] = useState(note.text)
  const [isMeant, setIsMeant] = useState(false)
  const field = useFocusOnArrival<HTMLTextAreaElement>()
  const move = async () => {
    const answer = await act('note.move', { sessionId, fromId: note.noteId, text })
    if (answer.ok) onMoved(answer.value)
  }
  return (
    <div className={styles['move']}>
      <TextArea
        label="As it will stand in the record"
        hint="What was seen and said, without another member’s name. Your private note stays as it is, where it is."
        textRef={field}
        value={text}
        onChange={setText}
      />
      <Checkbox isSelected={isMeant} onChange={setIsMeant}>
        From then on others who may see the record can read these words. What they have read cannot be taken
        back.
      </Checkbox>
      <div className={styles['actions']}>
        <Button
          look="primary"
          isDisabled={!isMeant || text.trim() === '' || isBusy}
          onPress={() => void move()}
        >
          Put these words into the record
        </Button>
        <Button onPress={onLeave}>Keep it private</Button>
      </div>
      <FailureNotice failure={failure} />
    </div>
  )
}
