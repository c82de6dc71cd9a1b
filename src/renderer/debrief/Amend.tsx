import { useQueryClient } from '@tanstack/react-query'
import { FilePlus2, FileText, PenLine } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { NoteId } from '../../shared/ids.ts'
import { amendmentKindSchema, type AmendmentKind } from '../../shared/record/note-kinds.ts'
import { paragraphMaxLength } from '../../shared/record/note.ts'
import type { Seated } from '../live/seated.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { amendmentHints, amendmentNames } from './amendment-words.ts'
import { CoSignDialog } from './CoSignDialog.tsx'
import type { Desk } from './desk.ts'
import { NoteExport } from './NoteExport.tsx'
import { awaitingCoSign } from './signed-view.ts'
import styles from './SignedBand.module.css'

const kinds = amendmentKindSchema.options.map((id) => ({ id, name: amendmentNames[id] }))

interface AmendProps {
  readonly desk: Desk
  readonly member: Seated
  readonly noteId: NoteId
}

/** What can still be done about a signed note: add to it, or stand for it beside its author. */
export function Amend({ desk, member, noteId }: AmendProps) {
  const [isWriting, setIsWriting] = useState(false)
  const [isCoSigning, setIsCoSigning] = useState(false)
  const [isExporting, setIsExporting] = useState(false)
  const awaited = awaitingCoSign(desk.facts.state, member.personId)
  if (isWriting) return <AmendForm desk={desk} noteId={noteId} onClose={() => setIsWriting(false)} />
  return (
    <div className={styles['actions']}>
      <Button size="small" icon={FilePlus2} onPress={() => setIsWriting(true)}>
        Add to this note
      </Button>
      {awaited[0] === undefined ? null : (
        <Button size="small" icon={PenLine} onPress={() => setIsCoSigning(true)}>
          Co-sign
        </Button>
      )}
      <Button size="small" icon={FileText} onPress={() => setIsExporting(true)}>
        As a PDF
      </Button>
      <p className={styles['hint']}>What is signed never changes; what you add stands below it.</p>
      <NoteExport
        sessionId={desk.drafts.sessionId}
        personId={member.personId}
        name={member.name}
        isOpen={isExporting}
        onClose={() => setIsExporting(false)}
      />
      {isCoSigning && awaited[0] !== undefined ? (
        <CoSignDialog desk={desk} member={member} awaited={awaited} onClose={() => setIsCoSigning(false)} />
      ) : null}
    </div>
  )
}

interface AmendFormProps extends Omit<AmendProps, 'member'> {
  readonly onClose: () => void
}

function AmendForm({ desk, noteId, onClose }: AmendFormProps) {
  const queries = useQueryClient()
  const { act, isBusy, failure } = useAct()
  const [kind, setKind] = useState<AmendmentKind>('addendum')
  const [text, setText] = useState('')
  const field = useFocusOnArrival<HTMLTextAreaElement>()
  const isEmpty = text.trim() === ''
  const sign = async () => {
    if (isBusy || isEmpty) return
    const { sessionId } = desk.drafts
    const answer = await act('note.amend', { sessionId, amends: noteId, kind, text })
    if (!answer.ok) return
    await queries.invalidateQueries({ queryKey: ['session.open'] })
    onClose()
  }
  const signOnKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void sign()
  }
  return (
    <div ref={showWhole} className={styles['form']}>
      <Segments label="What you add" options={kinds} selected={kind} onSelect={setKind} />
      <TextArea
        label={amendmentNames[kind]}
        hint={amendmentHints[kind]}
        textRef={field}
        value={text}
        maxLength={paragraphMaxLength}
        onChange={setText}
        onKeyDown={signOnKey}
      />
      <div className={styles['actions']} data-inside>
        <Button
          look="primary"
          keys={['Ctrl', 'Enter']}
          aria-keyshortcuts="Control+Enter"
          isDisabled={isEmpty || isBusy}
          onPress={() => void sign()}
        >
          Sign this {amendmentNames[kind].toLowerCase()}
        </Button>
        <Button onPress={onClose}>Leave it</Button>
      </div>
      <FailureNotice failure={failure} />
    </div>
  )
}

// The field has the keyboard; what it is and its signature are to be seen with it.
function showWhole(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'nearest' })
}
