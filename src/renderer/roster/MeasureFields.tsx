import { useState, type SubmitEvent } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { betterSchema, measureNameMaxLength, type MeasureDraft } from '../../shared/measures/measure.ts'
import { fieldError } from '../app/field-words.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { betterWords } from './measure-words.ts'
import styles from './MeasuresDialog.module.css'

const options = betterSchema.options.map((value) => ({ value, name: betterWords[value] }))

interface MeasureFieldsProps {
  readonly start: MeasureDraft
  readonly submitWords: string
  readonly failure: Failure | null
  readonly onCancel: () => void
  readonly onSubmit: (draft: MeasureDraft) => Promise<void>
}

/** A number of the clinic's own: its name, and which way is good news. */
export function MeasureFields({ start, submitWords, failure, onCancel, onSubmit }: MeasureFieldsProps) {
  const nameField = useFocusOnArrival<HTMLInputElement>()
  const [name, setName] = useState(start.name)
  const [better, setBetter] = useState(start.better)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void onSubmit({ name, better })
  }
  return (
    <form className={styles['fields']} onSubmit={submit} noValidate>
      <TextField
        label="Name"
        value={name}
        maxLength={measureNameMaxLength}
        onChange={setName}
        inputRef={nameField}
        error={fieldError(failure, 'name') ?? fieldError(failure, 'draft.name')}
      />
      <Select label="Good news" options={options} value={better} onChange={setBetter} />
      <div className={styles['fieldActions']}>
        <Button type="submit">{submitWords}</Button>
        <Button look="plain" onPress={onCancel}>
          Cancel
        </Button>
      </div>
      {failure?.code === 'bad-input' ? null : <FailureNotice failure={failure} />}
    </form>
  )
}
