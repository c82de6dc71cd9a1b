import type { Failure } from '../../shared/ipc/failure.ts'
import type { MemberRole } from '../../shared/roster/member.ts'
import { fieldError } from '../app/field-words.ts'
import { proposeInitials } from '../../shared/roster/propose-initials.ts'
import { Segments } from '../ui/Segments.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './WalkInDialog.module.css'

export interface NewPersonDraft {
  readonly name: string
  /** Null while the proposed ones will do. */
  readonly typedInitials: string | null
  readonly role: MemberRole
}

interface NewPersonProps {
  readonly draft: NewPersonDraft
  readonly onDraft: (draft: NewPersonDraft) => void
  readonly failure: Failure | null
}

const roles = [
  { id: 'member', name: 'Member' },
  { id: 'family', name: 'Family' },
  { id: 'partner', name: 'Partner' },
  { id: 'guest', name: 'Guest' },
] as const

/** The little that is needed to seat someone; the rest of their file can wait until after the group. */
export function NewPerson({ draft, onDraft, failure }: NewPersonProps) {
  return (
    <>
      <TextField
        label="Preferred name"
        value={draft.name}
        onChange={(name) => onDraft({ ...draft, name })}
        error={fieldError(failure, 'who.preferredName')}
      />
      <TextField
        label="Initials"
        value={draft.typedInitials ?? proposeInitials(draft.name)}
        onChange={(typedInitials) => onDraft({ ...draft, typedInitials })}
        error={fieldError(failure, 'who.initials')}
      />
      <Segments
        label="Role"
        options={roles}
        selected={draft.role}
        onSelect={(role) => onDraft({ ...draft, role })}
      />
      <p className={styles['hint']}>
        Their seat shows that they have not agreed to confidentiality until they do.
      </p>
    </>
  )
}
