import { useState, type SubmitEvent } from 'react'
import type { Facilitator, FacilitatorDraft } from '../../shared/roster/member.ts'
import { useAct } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FacilitatorFields } from './FacilitatorFields.tsx'
import { FormFoot } from './FormFoot.tsx'
import { proposeInitials } from './propose-initials.ts'
import styles from './forms.module.css'

interface FacilitatorDialogProps {
  /** Null for a new one. */
  readonly facilitator: Facilitator | null
  /** Initials of those on file. */
  readonly taken: readonly string[]
  readonly onClose: () => void
}

export function FacilitatorDialog({ facilitator, taken, onClose }: FacilitatorDialogProps) {
  const { act, isBusy, failure } = useAct()
  // Initials are proposed from the name until somebody types their own.
  const [typed, setTyped] = useState<Partial<FacilitatorDraft>>({})
  const name = typed.name ?? facilitator?.name ?? ''
  const draft: FacilitatorDraft = {
    name,
    initials: typed.initials ?? facilitator?.initials ?? proposeInitials(name, taken),
    credentials: typed.credentials ?? facilitator?.credentials ?? '',
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const answer =
      facilitator === null
        ? await act('roster.create-facilitator', draft)
        : await act('roster.change-facilitator', { personId: facilitator.id, draft })
    if (answer.ok) onClose()
  }
  return (
    <Dialog title={facilitator === null ? 'A facilitator' : 'Edit facilitator'} isOpen onClose={onClose}>
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <FacilitatorFields
          draft={draft}
          onChange={(change) => setTyped({ ...typed, ...change })}
          failure={failure}
          path={facilitator === null ? '' : 'draft.'}
        />
        <FormFoot submitWords={facilitator === null ? 'Add' : 'Save'} failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
