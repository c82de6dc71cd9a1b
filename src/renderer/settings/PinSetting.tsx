import { useState } from 'react'
import { Form } from 'react-aria-components'
import { pinSchema } from '../../shared/ipc/conceal-calls.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './SettingsScreen.module.css'

/** The PIN that brings names back; both setting and removing it ask for the passphrase. */
export function PinSetting() {
  const concealment = useRead('conceal.read', {})
  const hasPin = concealment.status === 'ready' && concealment.value.hasPin
  const edit = usePinEdit()
  return (
    <Form
      className={styles['setting'] ?? ''}
      aria-label="PIN"
      onSubmit={(event) => {
        event.preventDefault()
        void edit.save()
      }}
    >
      <p>{hasPin ? 'A PIN brings the names back' : 'A PIN to bring the names back'}</p>
      <p className={styles['hint']}>
        {hasPin
          ? 'After Esc, the PIN or the passphrase is asked for. Five wrong tries lock the vault; a running session goes on.'
          : 'After Esc, your passphrase is asked for. A PIN of four digits is quicker to type.'}
      </p>
      <PinFields hasPin={hasPin} edit={edit} />
      <output className={styles['done']}>{edit.done}</output>
      <FailureNotice failure={edit.failure} />
    </Form>
  )
}

interface PinFieldsProps {
  readonly hasPin: boolean
  readonly edit: ReturnType<typeof usePinEdit>
}

function PinFields({ hasPin, edit }: PinFieldsProps) {
  return (
    <div className={styles['fields']}>
      <TextField
        label={hasPin ? 'New PIN' : 'PIN'}
        type="password"
        inputMode="numeric"
        maxLength={8}
        value={edit.pin}
        onChange={edit.setPin}
        error={edit.wrong}
      />
      <TextField
        label="Your passphrase"
        type="password"
        maxLength={1024}
        value={edit.passphrase}
        onChange={edit.setPassphrase}
      />
      <div className={styles['buttons']}>
        <Button type="submit" isDisabled={!edit.canAsk}>
          {hasPin ? 'Change the PIN' : 'Set the PIN'}
        </Button>
        {hasPin ? (
          <Button isDisabled={!edit.canAsk} onPress={() => void edit.remove()}>
            Remove it
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function usePinEdit() {
  const { act, failure, isBusy, forget } = useAct()
  const [pin, setPin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [done, setDone] = useState('')
  const canAsk = !isBusy && passphrase !== ''

  function begin(complaint: string | undefined): boolean {
    forget()
    setDone('')
    setWrong(complaint)
    return canAsk && complaint === undefined
  }

  function finish(isDone: boolean, words: string): void {
    setPassphrase('')
    if (!isDone) return
    setPin('')
    setDone(words)
  }

  return {
    pin,
    setPin,
    passphrase,
    setPassphrase,
    wrong,
    done,
    failure,
    canAsk,
    async save() {
      const isPin = pinSchema.safeParse(pin).success
      if (!begin(isPin ? undefined : 'A PIN has 4 to 8 digits.')) return
      finish((await act('conceal.set-pin', { pin, passphrase })).ok, 'The PIN is set.')
    },
    async remove() {
      if (!begin(undefined)) return
      finish((await act('conceal.remove-pin', { passphrase })).ok, 'The PIN is removed.')
    },
  }
}
