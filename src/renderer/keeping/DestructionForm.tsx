import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { Failure } from '../../shared/ipc/failure.ts'
import { erasingStepSchema, type ErasingStep } from '../../shared/ipc/retention-calls.ts'
import { usePush } from '../app/api.ts'
import forms from '../roster/forms.module.css'
import { Button } from '../ui/Button.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import { ErasingFailure } from './ErasingFailure.tsx'
import styles from './KeepingScreen.module.css'

interface DestructionFormProps {
  /** What goes, and what stays. */
  readonly children: ReactNode
  readonly submitWords: string
  readonly isBusy: boolean
  readonly failure: Failure | null
  readonly onSubmit: (authorPassphrase: string) => void
  readonly onCancel: () => void
}

/** What cannot be undone is told first, and then asked for with the passphrase. */
export function DestructionForm(props: DestructionFormProps) {
  const { children, submitWords, isBusy, failure, onSubmit, onCancel } = props
  const [passphrase, setPassphrase] = useState('')
  // What went wrong before is past once it is tried again.
  const isWrong = !isBusy && failure?.code === 'wrong-secret'
  return (
    <Form
      className={forms['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase === '' || isBusy) return
        setPassphrase('')
        onSubmit(passphrase)
      }}
    >
      {children}
      <p>This cannot be undone.</p>
      <SecretField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        isReadOnly={isBusy}
        error={isWrong ? 'That is not your passphrase. Nothing was erased.' : undefined}
      />
      {isWrong || isBusy ? null : <ErasingFailure failure={failure} />}
      {isBusy ? <Progress /> : null}
      <div className={forms['actions']}>
        <Button type="submit" look="risk" isDisabled={passphrase === '' || isBusy}>
          {submitWords}
        </Button>
        <Button isDisabled={isBusy} onPress={onCancel}>
          Not now
        </Button>
      </div>
    </Form>
  )
}

const stepNames: Readonly<Record<ErasingStep, string>> = {
  'private-notes': 'Writing the private notes anew under another key',
  files: 'Deleting the files',
  record: 'Erasing from the record',
  compact: 'Writing the record anew, so that nothing is left between its pages',
}
const steps = erasingStepSchema.options

function Progress() {
  const [step, setStep] = useState<ErasingStep | null>(null)
  usePush('retention.step', setStep)
  return (
    <div className={styles['progress']}>
      <progress
        aria-label="How far it is"
        max={steps.length}
        value={step === null ? 0 : steps.indexOf(step) + 0.5}
      />
      <output>{step === null ? 'Looking at your passphrase' : stepNames[step]} …</output>
    </div>
  )
}
