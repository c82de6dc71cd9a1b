import { UserPlus } from 'lucide-react'
import { useRef, type SubmitEvent } from 'react'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import { fieldError } from '../app/field-words.ts'
import { EnrolFailure } from '../care/EnrolFailure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { onFileAs } from './member-draft.ts'
import { NewMemberFields } from './NewMemberFields.tsx'
import { OnFile } from './OnFile.tsx'
import { useNewMember } from './use-new-member.ts'
import styles from './AddMemberLine.module.css'

interface AddMemberLineProps {
  readonly roster: Roster
  readonly group: Group
}

/** One line at rest; the other fields come with the first letter. Enter adds, and the next name can be typed at once. */
export function AddMemberLine({ roster, group }: AddMemberLineProps) {
  const member = useNewMember(roster, group)
  const nameField = useRef<HTMLInputElement>(null)
  const { draft, failure } = member
  const isTyping = draft.preferredName !== '' || failure !== null
  const begin = () => {
    member.clear()
    nameField.current?.focus()
  }
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!member.isBusy && (await member.add())) begin()
  }
  const addEvenSo = async () => {
    if (!member.isBusy && (await member.add(true))) begin()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void add(event)} noValidate>
      <div className={styles['line']} data-typing={isTyping || undefined}>
        <TextField
          label="Add a member"
          placeholder="Add a member: preferred name"
          className={styles['name'] ?? ''}
          inputRef={nameField}
          value={draft.preferredName}
          onChange={(preferredName) => member.change({ preferredName })}
          error={fieldError(failure, 'draft.preferredName')}
          end={
            isTyping ? undefined : (
              <UserPlus aria-hidden size={16} strokeWidth={1.75} className={styles['icon']} />
            )
          }
        />
        {isTyping ? <NewMemberFields member={member} /> : null}
      </div>
      <OnFile found={onFileAs(draft.preferredName, roster, group)} group={group} onDone={begin} />
      {failure?.code === 'bad-input' ? null : (
        <EnrolFailure failure={failure} onTakeIn={() => void addEvenSo()} />
      )}
    </form>
  )
}
