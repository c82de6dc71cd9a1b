import { useState, type SubmitEvent } from 'react'
import type { KeptChart } from '../../shared/ipc/retention-calls.ts'
import { useAct } from '../app/api.ts'
import { fieldError } from '../app/field-words.ts'
import { FormFoot } from '../roster/FormFoot.tsx'
import forms from '../roster/forms.module.css'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface OfAgeDialogProps {
  readonly chart: Pick<KeptChart, 'personId' | 'name' | 'ofAgeOn'>
  readonly onClose: () => void
}

/** When somebody comes of age who came as an adolescent: their chart's date is counted from it. */
export function OfAgeDialog({ chart: { personId, name, ofAgeOn }, onClose }: OfAgeDialogProps) {
  const { act, isBusy, failure } = useAct()
  const [day, setDay] = useState(ofAgeOn)
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy || (day === null && ofAgeOn === null)) return
    if ((await act('retention.set-of-age', { personId, ofAgeOn: day })).ok) onClose()
  }
  return (
    <Dialog title="When they come of age" isOpen onClose={onClose}>
      <form className={forms['form']} onSubmit={(event) => void save(event)} noValidate>
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </p>
        <DateField
          label="Comes of age on"
          hint="Their eighteenth birthday in most states. Their date of birth is not kept here."
          value={day}
          onChange={setDay}
          error={fieldError(failure, 'ofAgeOn')}
        />
        <FormFoot submitWords="Enter it" failure={failure} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
