import { useState } from 'react'
import { Form } from 'react-aria-components'
import { pinSchema } from '../../shared/ipc/conceal-calls.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { useAct, useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './forms.module.css'

/** The PIN that a co-signer signs with. Once there is one, nobody gives them another without it. */
export function SigningPin({ facilitator }: { readonly facilitator: Facilitator }) {
  const edit = usePinEdit(facilitator)
  return (
    <Form
      className={styles['pin'] ?? ''}
      aria-label="PIN to co-sign with"
      onSubmit={(event) => {
        event.preventDefault()
        void edit.save()
      }}
    >
      <p className={styles['legend']}>
        {edit.hasPin ? 'Another PIN to co-sign with' : 'A PIN to co-sign with'}
      </p>
      <div className={styles['halves']}>
        {edit.hasPin ? (
          <TextField
            label="Their PIN until now"
            type="password"
            inputMode="numeric"
            maxLength={8}
            value={edit.oldPin}
            onChange={edit.setOldPin}
          />
        ) : null}
        <TextField
          label={edit.hasPin ? 'Their new PIN' : 'Their PIN'}
          hint="They type it themselves: 4 to 8 digits."
          type="password"
          inputMode="numeric"
          maxLength={8}
          value={edit.pin}
          onChange={edit.setPin}
        />
        <TextField
          label="Your passphrase"
          type="password"
          maxLength={1024}
          value={edit.passphrase}
          onChange={edit.setPassphrase}
        />
      </div>
      <Button type="submit" isDisabled={!edit.canSave}>
        {edit.hasPin ? 'Change their PIN' : 'Set their PIN'}
      </Button>
      <output>{edit.done}</output>
      <FailureNotice failure={edit.failure} />
    </Form>
  )
}

function usePinEdit({ id: personId }: Facilitator) {
  const { act, failure, isBusy } = useAct()
  const roster = useRead('roster.read', {})
  const [oldPin, setOldPin] = useState('')
  const [pin, setPin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [done, setDone] = useState('')
  const hasPin =
    roster.status === 'ready' &&
    roster.value.facilitators.some((one) => one.id === personId && one.hasSigningPin)
  const canSave = !isBusy && passphrase !== '' && isPin(pin) && (!hasPin || isPin(oldPin))
  return {
    hasPin,
    oldPin,
    setOldPin,
    pin,
    setPin,
    passphrase,
    setPassphrase,
    done,
    failure,
    canSave,
    async save() {
      if (!canSave) return
      setDone('')
      const input = { personId, pin, oldPin: hasPin ? oldPin : null, passphrase }
      const answer = await act('roster.set-signing-pin', input)
      setPassphrase('')
      if (!answer.ok) return
      setPin('')
      setOldPin('')
      setDone('Their PIN is set.')
    },
  }
}

function isPin(typed: string): boolean {
  return pinSchema.safeParse(typed).success
}
