import { useState } from 'react'
import { Form } from 'react-aria-components'
import { pinSchema } from '../../shared/ipc/conceal-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useLock } from '../app/lock.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import styles from './Reveal.module.css'

/** Brings the names back. What is typed here is a PIN by its shape, or else a passphrase: no passphrase is as short. */
export function RevealForm({ onRevealed }: { readonly onRevealed: () => void }) {
  const field = useFocusOnArrival<HTMLInputElement>()
  const [secret, setSecret] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const concealment = useRead('conceal.read', {})
  const triesLeft = concealment.status === 'ready' ? concealment.value.triesLeft : null
  const { act, isBusy, failure } = useAct()
  const lock = useLock()

  async function tryIt(): Promise<void> {
    if (secret === '' || isBusy) return
    const kind = pinSchema.safeParse(secret).success ? 'pin' : 'passphrase'
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
        label="PIN or passphrase"
        type="password"
        value={secret}
        onChange={setSecret}
        inputRef={field}
        maxLength={1024}
        {...(wrong === null ? { hint: hintFor(triesLeft) } : { error: wrong })}
      />
      <FailureNotice failure={failure} />
      <Button look="primary" type="submit" isDisabled={isBusy}>
        Bring the names back
      </Button>
    </Form>
  )
}

function hintFor(triesLeft: number | null): string {
  const left = triesLeft === null ? '' : ` ${tries(triesLeft)} before the vault locks.`
  return `The timer and the session go on.${left}`
}

function tries(count: number): string {
  return count === 1 ? 'One try' : `${count} tries`
}
