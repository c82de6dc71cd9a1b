import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { MemberNote } from '../../shared/ipc/member-calls.ts'
import { counted } from '../../shared/count.ts'
import type { Member } from '../../shared/roster/member.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { signedView } from '../debrief/signed-view.ts'
import { SignedTexts } from '../debrief/SignedTexts.tsx'
import { Button } from '../ui/Button.tsx'
import { sessionDay } from '../../shared/calendar-words.ts'
import { NoteStateMark } from './LastNotes.tsx'
import styles from './MemberNotes.module.css'
import type { NoteState } from './note-that-matters.ts'

interface MemberNoteLineProps {
  readonly member: Member
  readonly note: MemberNote
  readonly state: NoteState
  readonly groupName: string
  readonly zone: string
}

/** One note: its day, how far it has come, and its text when it is opened. */
export function MemberNoteLine({ member, note, state, groupName, zone }: MemberNoteLineProps) {
  const { go } = usePlace()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const Arrow = isOpen ? ChevronDown : ChevronRight
  const open = () => go({ name: 'debrief', sessionId: note.sessionId })
  return (
    <>
      <h3 className={styles['lineHead']}>
        <AriaButton
          className={styles['toggle'] ?? ''}
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setIsOpen(!isOpen)}
        >
          <Arrow aria-hidden size={16} strokeWidth={1.75} />
          <strong>{sessionDay(note.startedAtMs, zone)}</strong>
          <bdi>{groupName}</bdi>
          <NoteStateMark state={state} />
          {note.amendedCount === 0 ? null : <span>{counted(note.amendedCount, 'amendment')}</span>}
        </AriaButton>
      </h3>
      <div id={id} className={styles['text']} hidden={!isOpen}>
        {!isOpen ? null : note.signedAtMs === null ? (
          <p className={styles['none']}>
            {note.hasDraft ? 'Begun, and not signed yet.' : 'Nothing is written yet.'}
          </p>
        ) : (
          <Signed member={member} note={note} />
        )}
        {isOpen ? (
          <Button size="small" onPress={open}>
            {note.signedAtMs === null ? 'Finish it' : 'Open its session’s notes'}
          </Button>
        ) : null}
      </div>
    </>
  )
}

function Signed({ member, note }: Pick<MemberNoteLineProps, 'member' | 'note'>) {
  const texts = useRead('member.signed-texts', { personId: member.id, sessionId: note.sessionId })
  if (texts.status === 'failed') return <FailureNotice failure={texts.failure} onRetry={texts.retry} />
  if (texts.status === 'reading') return <div aria-busy />
  const { entries, coSignedIds } = texts.value
  const signed = coSignedIds.map((noteId) => ({ noteId, needsCoSignature: true }))
  const view = signedView(entries, { signed }, member.id)
  return view === null ? null : <SignedTexts view={view} />
}
