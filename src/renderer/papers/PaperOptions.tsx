import type { Failure } from '../../shared/ipc/failure.ts'
import type { Seated } from '../live/seated.ts'
import { Select } from '../ui/Select.tsx'
import { Choice, namings, paperSizes } from './Choice.tsx'
import { ConsentFields } from './ConsentFields.tsx'
import { FolderLine } from './FolderLine.tsx'
import type { PaperKind } from './paper-kinds.ts'
import { PasswordField } from './PasswordField.tsx'
import type { PaperChoices } from './use-making.ts'
import styles from './Papers.module.css'

const forms = [
  { id: 'pdf', name: 'PDF' },
  { id: 'fhir', name: 'FHIR R4' },
] as const

interface PaperOptionsProps {
  readonly kind: PaperKind
  readonly choices: PaperChoices
  readonly onChange: (choices: Partial<PaperChoices>) => void
  /** Whose notes are signed. */
  readonly signed: readonly Seated[]
  readonly failure: Failure | null
  readonly wasTried: boolean
}

/** What can be chosen for one document, and no more than that. */
export function PaperOptions(props: PaperOptionsProps) {
  const { kind, choices, onChange, wasTried } = props
  const isNote = kind.id === 'note'
  const isPrinted = kind.isPrinted && !(isNote && choices.form === 'fhir')
  return (
    <>
      {isNote ? <NoteOptions {...props} /> : null}
      <div className={styles['choices']}>
        {isNote ? (
          <Choice
            label="Form"
            options={forms}
            selected={choices.form}
            onSelect={(form) => onChange({ form })}
          />
        ) : null}
        {kind.id === 'attendance-sheet' || kind.id === 'attendance-table' ? (
          <Choice
            label="People stand as"
            options={namings}
            selected={choices.naming}
            onSelect={(naming) => onChange({ naming })}
          />
        ) : null}
        {isPrinted ? (
          <Choice
            label="Paper size"
            options={paperSizes}
            selected={choices.paper}
            onSelect={(paper) => onChange({ paper })}
          />
        ) : null}
      </div>
      {isPrinted ? (
        <PasswordField
          password={choices.password}
          onChange={(password) => onChange({ password })}
          showsError={wasTried}
        />
      ) : null}
      <FolderLine />
    </>
  )
}

function NoteOptions({ choices, onChange, signed, failure, wasTried }: PaperOptionsProps) {
  return (
    <>
      <Select
        label="Whose note"
        options={signed.map(({ personId, name }) => ({ value: personId, name }))}
        value={choices.personId}
        onChange={(personId) => onChange({ personId })}
        placeholder="Choose a member"
        error={wasTried && choices.personId === null ? 'Please choose whose note.' : undefined}
      />
      <ConsentFields
        consent={choices.consent}
        onChange={(consent) => onChange({ consent })}
        failure={failure}
      />
    </>
  )
}
