import type { Failure } from '../../shared/ipc/failure.ts'
import type { FacilitatorDraft } from '../../shared/roster/member.ts'
import { fieldError } from '../app/field-words.ts'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './forms.module.css'

interface FacilitatorFieldsProps {
  readonly draft: FacilitatorDraft
  readonly onChange: (change: Partial<FacilitatorDraft>) => void
  readonly failure: Failure | null
  /** Where the draft lies in the call's input. */
  readonly path: string
}

export function FacilitatorFields({ draft, onChange, failure, path }: FacilitatorFieldsProps) {
  const nameField = useFocusOnArrival<HTMLInputElement>()
  return (
    <>
      <TextField
        label="Name"
        hint="As it stands under a note."
        inputRef={nameField}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={fieldError(failure, `${path}name`)}
      />
      <div className={styles['pair']}>
        <TextField
          label="Initials"
          value={draft.initials}
          onChange={(initials) => onChange({ initials })}
          error={fieldError(failure, `${path}initials`)}
        />
        <TextField
          label="Credentials"
          isOptional
          placeholder="LCSW"
          value={draft.credentials}
          onChange={(credentials) => onChange({ credentials })}
          error={fieldError(failure, `${path}credentials`)}
        />
      </div>
    </>
  )
}
