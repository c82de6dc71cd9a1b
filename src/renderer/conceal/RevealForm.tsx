import { useState } from 'react'
import { Form } from 'react-aria-components'
import { pinSchema, type Concealment } from '../../shared/ipc/conceal-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useLock } from '../app/lock.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './Reveal.module.css'

/** Brings the names back. Where a PIN is set, what is typed is one by its shape: no passphrase is as short. */
export function RevealForm({ onRevealed }: { readonly onRevealed: () => void }) {
  const field = useFocusOnArrival<HTMLInputElement>()
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const concealment = useRead('conceal.read', {})
  const known = concealment.status === 'ready' ? concealment.value : null
  const hasPin = known?.hasPin ?? true
  const { act, isBusy, failure } = useAct()
  const lock = useLock()

  async function tryIt(): Promise<void> {
    if (secret === '' || isBusy) return
    const kind = hasPin && pinSchema.safeParse(secret).success ? 'pin' : 'passphrase'
    const answer = await act('conceal.reveal', { kind, secret })
    setSecret('')
    if (!answer.ok) return
    if (answer.value.isRevealed) return onRevealed()
    // The core locks in any case; asked from here, what was typed into a note is kept first.
    if (answer.value.triesLeft === 0) return lock()
    setWrong(`That is not it. ${tries(answer.value.triesLeft)} left before the vault locks.`)
  }

  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        void tryIt()
      }}
    >
      <TextField
        label={hasPin ? 'PIN or passphrase' : 'Passphrase'}
        type="password"
        value={secret}
        onChange={setSecret}
        inputRef={field}
        maxLength={1024}
        {...(wrong === null ? { hint: hintFor(known) } : { error: wrong })}
      />
      <FailureNotice failure={failure} />
      <Button look="primary" type="submit" isDisabled={isBusy}>
        Bring the names back
      </Button>
    </Form>
  )
}

function hintFor(known: Concealment | null): string {
  const goesOn = 'The timer and the session go on.'
  if (known === null) return goesOn
  const quicker = known.hasPin ? '' : ' To be quicker, set a PIN of four digits in Settings.'
  return `${goesOn} ${tries(known.triesLeft)} before the vault locks.${quicker}`
}

function tries(count: number): string {
  return count === 1 ? 'One try' : `${count} tries`
}
