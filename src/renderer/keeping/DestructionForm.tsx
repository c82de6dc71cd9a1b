import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { Failure } from '../../shared/ipc/failure.ts'
import forms from '../roster/forms.module.css'
import { Button } from '../ui/Button.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import { ErasingFailure } from './ErasingFailure.tsx'

interface DestructionFormProps {
  /** What goes, and what stays. */
  readonly children: ReactNode
  readonly submitWords: string
  readonly isBusy: boolean
  readonly failure: Failure | null
  readonly onSubmit: (authorPassphrase: string) => void
  readonly onCancel: () => void
}

/**
 * What cannot be undone is told first, and then asked for with the passphrase. Once it has begun, how far it is stands in the place of
 * everything (`RenewalGate`).
 */
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
      {isBusy ? <output>Looking at your passphrase …</output> : null}
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
