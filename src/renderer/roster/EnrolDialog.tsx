import { useState, type SubmitEvent } from 'react'
import type { Group } from '../../shared/roster/group.ts'
import type { Member } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { EnrolFailure } from '../care/EnrolFailure.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { scheduleWords } from './schedule-words.ts'
import styles from './forms.module.css'

interface EnrolDialogProps {
  readonly member: Member
  /** Those that the member is not in. */
  readonly groups: readonly Group[]
  readonly onClose: () => void
}

export function EnrolDialog({ member, groups, onClose }: EnrolDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [groupId, setGroupId] = useState(groups[0]?.id)
  const isPlaced = member.groupIds.length > 0
  const enrol = async (evenIfClosed: boolean) => {
    if (groupId === undefined || isBusy) return
    const answer = await act('roster.enrol', { groupId, personId: member.id, evenIfClosed })
    if (answer.ok) onClose()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void enrol(false)
  }
  return (
    <Dialog title={isPlaced ? 'Put into another group' : 'Put into a group'} isOpen onClose={onClose}>
      <form className={styles['form']} onSubmit={submit}>
        <Select
          label="Group"
          hint={isPlaced ? `${member.preferredName} stays in the present groups as well.` : undefined}
          options={groups.map(({ id, name, schedule }) => ({
            value: id,
            name,
            hint: scheduleWords(schedule),
          }))}
          value={groupId ?? null}
          onChange={setGroupId}
        />
        <EnrolFailure failure={failure} onTakeIn={() => void enrol(true)} />
        <div className={styles['actions']}>
          <Button type="submit" look="primary" isDisabled={groupId === undefined}>
            Put into this group
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
