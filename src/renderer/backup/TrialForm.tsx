import { useState } from 'react'
import type { ListedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { TaskForm } from '../keys/TaskForm.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { EntryDial } from '../vault/EntryDial.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import { factsWords, madeWords } from './backup-words.ts'
import styles from './Trial.module.css'
import type { TrialAct } from './use-trial.ts'
import { trialFailureWords } from './work-failures.ts'

interface TrialFormProps {
  readonly backup: ListedBackup
  readonly trial: TrialAct
  readonly step: Extract<TrialAct['step'], { readonly kind: 'asking' }>
  readonly now: Stamp
  readonly onEnd: () => void
}

/** The passphrase that the backup opens with, which is asked for as it would be on another computer. */
export function TrialForm({ backup, trial, step, now, onEnd }: TrialFormProps) {
  const [secret, setSecret] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const field = useFocusOnArrival<HTMLInputElement>()
  const isWrong = step.failure?.code === 'wrong-secret'
  const begin = () => {
    setWasAsked(true)
    if (secret === '' || step.isWaiting) field.current?.focus()
    else trial.begin(secret)
  }
  return (
    <TaskForm
      title="Try a backup out"
      lead={`The one of ${madeWords(backup.madeAtMs, now)}: ${factsWords(backup.facts)}. It is restored beside the vault, all of it is read, and the copy is thrown away.`}
      ring={<EntryDial fraction={0} word="Trial" under="Nothing here is changed by it" />}
      isBusy={false}
      submitWords="Try it out"
      busyWords="Trying it out"
      failure={null}
      onSubmit={begin}
      onBack={onEnd}
    >
      <div className={styles['fields']}>
        <SecretField
          label="Your passphrase"
          inputRef={field}
          value={secret}
          hint="The one that you had when this backup was made."
          error={
            isWrong
              ? 'That does not open this backup. If you changed your passphrase since, type the one before.'
              : wasAsked && secret === ''
                ? 'A backup opens with it alone.'
                : undefined
          }
          onChange={(typed) => {
            trial.forget()
            setSecret(typed)
          }}
        />
      </div>
      {isWrong ? null : <TrialNotice step={step} />}
    </TaskForm>
  )
}

function TrialNotice({ step: { failure, wasCancelled, isWaiting } }: Pick<TrialFormProps, 'step'>) {
  if (isWaiting) return <output>Another backup is being worked on. It will not take long.</output>
  if (wasCancelled) return <output>Cancelled. The copy was thrown away; the backup is as it was.</output>
  if (failure === null) return null
  const { happened, safe, next } = trialFailureWords(failure)
  return (
    <Notice tone="amber" announce="assertive" title={happened}>
      <p>
        {safe} {next}
      </p>
    </Notice>
  )
}
