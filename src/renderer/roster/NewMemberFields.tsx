import { fieldError } from '../app/field-words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { roleOptions } from './MemberFields.tsx'
import type { NewMember } from './use-new-member.ts'
import styles from './AddMemberLine.module.css'

/** What follows the name, in the same line. */
export function NewMemberFields({ member }: { readonly member: NewMember }) {
  const { draft, change, typeInitials, today, failure } = member
  return (
    <>
      <TextField
        label="Initials"
        value={draft.initials}
        onChange={typeInitials}
        error={fieldError(failure, 'draft.initials') === undefined ? undefined : 'One to six characters.'}
      />
      <TextField
        label="Chart id"
        value={draft.chartId}
        onChange={(chartId) => change({ chartId })}
        error={fieldError(failure, 'draft.chartId')}
      />
      <Select
        label="Belongs as"
        options={roleOptions}
        value={draft.role}
        onChange={(role) => change({ role })}
      />
      <div className={styles['end']}>
        <Checkbox
          isSelected={draft.agreedOn !== null}
          onChange={(hasAgreed) => change({ agreedOn: hasAgreed ? today : null })}
          isDisabled={today === null}
        >
          Agreed today
        </Checkbox>
        <Button type="submit" look="primary" keys="Enter">
          Add
        </Button>
      </div>
    </>
  )
}
