import { useState, type SubmitEvent } from 'react'
import type { Member } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormFoot } from './FormFoot.tsx'
import { draftOfMember } from './member-draft.ts'
import { MemberFields } from './MemberFields.tsx'
import styles from './forms.module.css'

interface MemberDialogProps {
  readonly member: Member
  readonly onClose: () => void
}

export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [draft, setDraft] = useState(() => draftOfMember(member))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const answer = await act('roster.change-member', { personId: member.id, draft })
    if (answer.ok) onClose()
  }
  return (
    <Dialog title="Edit member" isOpen onClose={onClose}>
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <MemberFields draft={draft} onChange={setDraft} failure={failure} />
        <FormFoot submitWords="Save" failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
