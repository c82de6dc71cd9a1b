import { FilePlus2, FileText, PenLine } from 'lucide-react'
import { useState } from 'react'
import type { NoteId } from '../../shared/ids.ts'
import type { Seated } from '../live/seated.ts'
import { PapersDialog } from '../papers/PapersDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { AmendForm } from './AmendForm.tsx'
import { amendmentNames } from './amendment-words.ts'
import { CoSignDialog } from './CoSignDialog.tsx'
import type { Desk } from './desk.ts'
import { amendmentKindsOf, ownRole } from './own-role.ts'
import { awaitingCoSign } from './signed-view.ts'
import { useSaver } from './use-drafts.ts'
import styles from './SignedBand.module.css'

interface AmendProps {
  readonly desk: Desk
  readonly member: Seated
  readonly noteId: NoteId
}

/** What can still be done about a signed note: add to it, or stand for it beside its author. */
export function Amend({ desk, member, noteId }: AmendProps) {
  const isWriting = desk.amendedId === noteId
  const [hasWritten, setHasWritten] = useState(isWriting)
  const [isCoSigning, setIsCoSigning] = useState(false)
  const [isExporting, setIsExporting] = useState(false)
  const awaited = awaitingCoSign(desk.facts.state, member.personId)
  const kinds = amendmentKindsOf(ownRole(desk.facts.state, desk.roster.facilitators))
  if (isWriting && !hasWritten) setHasWritten(true)
  if (isWriting) return <AmendForm desk={desk} noteId={noteId} kinds={kinds} />
  return (
    <div className={styles['actions']}>
      {kinds.length === 0 ? null : (
        <Button
          ref={hasWritten ? focusOn : null}
          size="small"
          icon={FilePlus2}
          onPress={() => desk.amend(noteId)}
        >
          <AddWords desk={desk} noteId={noteId} />
        </Button>
      )}
      {awaited[0] === undefined ? null : (
        <Button size="small" icon={PenLine} onPress={() => setIsCoSigning(true)}>
          Co-sign
        </Button>
      )}
      <Button size="small" icon={FileText} onPress={() => setIsExporting(true)}>
        As a file
      </Button>
      <p className={styles['hint']}>What is signed never changes; what you add stands below it.</p>
      {isExporting && !desk.isConcealed ? (
        <PapersDialog desk={desk} personId={member.personId} onClose={() => setIsExporting(false)} />
      ) : null}
      {isCoSigning && awaited[0] !== undefined ? (
        <CoSignDialog desk={desk} member={member} awaited={awaited} onClose={() => setIsCoSigning(false)} />
      ) : null}
    </div>
  )
}

/** Whether something was begun already, which waits to be signed. */
function AddWords({ desk, noteId }: Pick<AmendProps, 'desk' | 'noteId'>) {
  const { value } = useSaver(desk.drafts.amendment(noteId))
  return value.text.trim() === ''
    ? 'Add to this note'
    : `Go on with the ${amendmentNames[value.kind].toLowerCase()} you began`
}

// What had the keyboard is gone.
function focusOn(button: HTMLButtonElement | null): void {
  button?.focus()
}
