import type { Failure } from '../../shared/ipc/failure.ts'
import { maxCapacity, type GroupDraft } from '../../shared/roster/group.ts'
import type { CareRules } from '../../shared/care/care-rules.ts'
import { fieldError } from '../app/field-words.ts'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import {
  groupTypeOptions,
  hoursOptions,
  membershipOptions,
  modalityOptions,
  withType,
} from './group-draft.ts'
import { WholeNumberField } from './WholeNumberField.tsx'
import styles from './forms.module.css'

interface GroupFieldsProps {
  readonly rules: CareRules
  readonly draft: GroupDraft
  readonly onChange: (draft: GroupDraft) => void
  readonly failure: Failure | null
  /** Where the draft lies in the call's input. */
  readonly path: string
}

export function GroupFields({ rules, draft, onChange, failure, path }: GroupFieldsProps) {
  const nameField = useFocusOnArrival<HTMLInputElement>()
  const limit = Math.min(maxCapacity, rules.mostMembers)
  const isWrong = (field: string) => fieldError(failure, `${path}${field}`) !== undefined
  return (
    <>
      <TextField
        label="Name"
        placeholder="Tuesday evening"
        inputRef={nameField}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={fieldError(failure, `${path}name`)}
      />
      <div className={styles['typeAndLength']}>
        <Select
          label="Type"
          options={groupTypeOptions}
          value={draft.type}
          onChange={(type) => onChange(withType(draft, type))}
        />
        <WholeNumberField
          label="Length"
          unit="min"
          value={draft.lengthMinutes}
          onChange={(lengthMinutes) => onChange({ ...draft, lengthMinutes })}
          error={isWrong('lengthMinutes') ? '10 to 480 minutes.' : undefined}
        />
        <WholeNumberField
          label="Places"
          hint={`${rules.fewestMembers}–${rules.mostMembers} advised`}
          value={draft.capacity}
          onChange={(capacity) => onChange({ ...draft, capacity })}
          error={isWrong('capacity') ? `1 to ${limit}.` : undefined}
        />
      </div>
      <HowItStands rules={rules} draft={draft} onChange={onChange} />
    </>
  )
}

/** How it meets, whether it takes new members, and whether its time counts. */
function HowItStands({ rules, draft, onChange }: Pick<GroupFieldsProps, 'rules' | 'draft' | 'onChange'>) {
  return (
    <div className={styles['thirds']}>
      <Select
        label="Held"
        options={modalityOptions}
        value={draft.modality}
        onChange={(modality) => onChange({ ...draft, modality })}
      />
      <Select
        label="Membership"
        options={membershipOptions}
        value={draft.membership}
        onChange={(membership) => onChange({ ...draft, membership })}
      />
      <Select
        label="Weekly hours"
        options={hoursOptions(rules)}
        value={draft.countsHours ? 'counts' : 'beside'}
        onChange={(chosen) => onChange({ ...draft, countsHours: chosen === 'counts' })}
      />
    </div>
  )
}
