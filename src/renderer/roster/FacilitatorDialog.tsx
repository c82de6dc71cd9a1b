import { useState, type SubmitEvent } from 'react'
import type { Facilitator, FacilitatorDraft } from '../../shared/roster/member.ts'
import { useAct, type Act } from '../app/api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { CoSigningFields, type CoSigning } from './CoSigningFields.tsx'
import { FacilitatorFields } from './FacilitatorFields.tsx'
import { FormFoot } from './FormFoot.tsx'
import { proposeInitials } from '../../shared/roster/propose-initials.ts'
import { SigningPin } from './SigningPin.tsx'
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
  const [onFileId, setOnFileId] = useState(facilitator?.id ?? null)
  const [coSigning, setCoSigning] = useState<CoSigning>({
    needsCoSignature: facilitator?.needsCoSignature ?? false,
    mayCoSign: facilitator?.mayCoSign ?? false,
  })
  const name = typed.name ?? facilitator?.name ?? ''
  const draft: FacilitatorDraft = {
    name,
    initials: typed.initials ?? facilitator?.initials ?? proposeInitials(name, taken),
    credentials: typed.credentials ?? facilitator?.credentials ?? '',
  }
  // Once a new one is on file, saving again changes them instead of adding another.
  const saveEntry = async () => {
    if (onFileId === null) {
      const created = await act('roster.create-facilitator', draft)
      if (!created.ok) return null
      setOnFileId(created.value.personId)
      return created.value.personId
    }
    return (await act('roster.change-facilitator', { personId: onFileId, draft })).ok ? onFileId : null
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const personId = await saveEntry()
    if (personId !== null && (await saveCoSigning(personId, coSigning, facilitator, act))) onClose()
  }
  return (
    <Dialog
      title={facilitator === null ? 'A facilitator' : 'Edit facilitator'}
      isOpen
      onClose={onClose}
      width={facilitator === null ? 'narrow' : 'wide'}
    >
      <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
        <FacilitatorFields
          draft={draft}
          onChange={(change) => setTyped({ ...typed, ...change })}
          failure={failure}
          path={onFileId === null ? '' : 'draft.'}
        />
        <CoSigningFields value={coSigning} onChange={setCoSigning} />
        <FormFoot submitWords={facilitator === null ? 'Add' : 'Save'} failure={failure} onCancel={onClose} />
      </form>
      {facilitator?.mayCoSign === true ? <SigningPin facilitator={facilitator} /> : null}
    </Dialog>
  )
}

async function saveCoSigning(
  personId: Facilitator['id'],
  { needsCoSignature, mayCoSign }: CoSigning,
  before: CoSigning | null,
  act: Act['act'],
): Promise<boolean> {
  const isKept =
    needsCoSignature === (before?.needsCoSignature ?? false) && mayCoSign === (before?.mayCoSign ?? false)
  return isKept || (await act('roster.set-co-signing', { personId, needsCoSignature, mayCoSign })).ok
}
