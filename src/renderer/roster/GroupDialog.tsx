import { useState, type SubmitEvent } from 'react'
import { defaultCareRules, type CareRules } from '../../shared/care/care-rules.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { Group } from '../../shared/roster/group.ts'
import { useAct, useRead } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormFoot } from './FormFoot.tsx'
import { draftOf } from './group-draft.ts'
import { GroupFields } from './GroupFields.tsx'
import { Part2Choice } from './Part2Choice.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import styles from './forms.module.css'

interface GroupDialogProps {
  /** Null for a new one. */
  readonly group: Group | null
  readonly onClose: () => void
  readonly onCreated?: (groupId: GroupId) => void
}

/** The one form of a group, for creating it and for changing it. */
export function GroupDialog(props: GroupDialogProps) {
  const read = useRead('care-rules.read', {})
  // What a new group begins with depends on them.
  if (read.status === 'reading') return null
  return <GroupForm {...props} rules={read.status === 'ready' ? read.value : defaultCareRules} />
}

interface GroupFormProps extends GroupDialogProps {
  readonly rules: CareRules
}

function GroupForm({ group, rules, onClose, onCreated }: GroupFormProps) {
  const { act, isBusy, failure } = useAct()
  const [draft, setDraft] = useState(() => draftOf(group, rules))
  const fields = { rules, draft, onChange: setDraft, failure, path: group === null ? '' : 'draft.' }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (group === null) {
      const answer = await act('roster.create-group', draft)
      if (!answer.ok) return
      onCreated?.(answer.value.groupId)
    } else {
      const answer = await act('roster.change-group', { groupId: group.id, draft })
      if (!answer.ok) return
    }
    onClose()
  }
  return (
    <Dialog title={group === null ? 'A new group' : 'Edit group'} width="wide" isOpen onClose={onClose}>
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <GroupFields {...fields} />
        <ScheduleFields draft={draft} onChange={setDraft} failure={failure} path={fields.path} />
        <Part2Choice value={draft.part2} onChange={(part2) => setDraft({ ...draft, part2 })} />
        <FormFoot
          submitWords={group === null ? 'Create the group' : 'Save'}
          failure={failure}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
