import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './Entry.module.css'
import type { Person } from './person.ts'

interface PersonFieldsProps {
  readonly person: Person
  /** By field, once they are to be shown. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (person: Person) => void
}

export function PersonFields({ person, errors, onChange }: PersonFieldsProps) {
  const first = useFocusOnArrival<HTMLInputElement>()
  return (
    <div className={styles['fields']}>
      <TextField
        label="Name"
        inputRef={first}
        value={person.name}
        error={errors['name']}
        onChange={(name) => onChange({ ...person, name })}
      />
      <div className={styles['pair']}>
        <TextField
          label="Initials"
          value={person.initials}
          error={errors['initials']}
          onChange={(initials) => onChange({ ...person, initials })}
        />
        <TextField
          label="Credentials"
          placeholder="LCSW"
          isOptional
          value={person.credentials}
          error={errors['credentials']}
          onChange={(credentials) => onChange({ ...person, credentials })}
        />
      </div>
      <TextField
        label="Clinic or program"
        isOptional
        maxLength={80}
        value={person.clinic}
        onChange={(clinic) => onChange({ ...person, clinic })}
      />
    </div>
  )
}
