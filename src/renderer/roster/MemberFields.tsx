import type { Failure } from '../../shared/ipc/failure.ts'
import { memberRoleSchema, type MemberDraft } from '../../shared/roster/member.ts'
import { fieldError } from '../app/field-words.ts'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { roleNames } from './roster-words.ts'
import styles from './forms.module.css'

export const roleOptions = memberRoleSchema.options.map((value) => ({ value, name: roleNames[value] }))

interface MemberFieldsProps {
  readonly draft: MemberDraft
  readonly onChange: (draft: MemberDraft) => void
  readonly failure: Failure | null
}

export function MemberFields({ draft, onChange, failure }: MemberFieldsProps) {
  const nameField = useFocusOnArrival<HTMLInputElement>()
  return (
    <>
      <TextField
        label="Preferred name"
        inputRef={nameField}
        value={draft.preferredName}
        onChange={(preferredName) => onChange({ ...draft, preferredName })}
        error={fieldError(failure, 'draft.preferredName')}
      />
      <div className={styles['halves']}>
        <TextField
          label="Initials"
          value={draft.initials}
          onChange={(initials) => onChange({ ...draft, initials })}
          error={fieldError(failure, 'draft.initials')}
        />
        <Select
          label="Belongs as"
          options={roleOptions}
          value={draft.role}
          onChange={(role) => onChange({ ...draft, role })}
        />
        <TextField
          label="Chart id"
          isOptional
          hint={draft.role === 'member' ? undefined : 'Only members have a chart.'}
          value={draft.chartId}
          onChange={(chartId) => onChange({ ...draft, chartId })}
          error={fieldError(failure, 'draft.chartId')}
        />
        <DateField
          label="Agreed to confidentiality"
          hint="Empty while yet to agree."
          value={draft.agreedOn}
          onChange={(agreedOn) => onChange({ ...draft, agreedOn })}
          error={fieldError(failure, 'draft.agreedOn')}
        />
      </div>
    </>
  )
}
