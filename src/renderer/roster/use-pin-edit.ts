import { useState } from 'react'
import { pinSchema } from '../../shared/ipc/conceal-calls.ts'
import type { Facilitator } from '../../shared/roster/member.ts'
import { useAct, useRead } from '../app/api.ts'

/** A co-signer's PIN while it is set, changed, or set anew because they have forgotten it. */
export function usePinEdit({ id: personId }: Facilitator) {
  const { act, failure, isBusy } = useAct()
  const roster = useRead('roster.read', {})
  const [isForgotten, setIsForgotten] = useState(false)
  const [oldPin, setOldPin] = useState('')
  const [pin, setPin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [done, setDone] = useState('')
  const onFile =
    roster.status === 'ready' ? roster.value.facilitators.find(({ id }) => id === personId) : undefined
  const hasPin = onFile?.hasSigningPin === true
  const isProven = !hasPin || isForgotten || isPin(oldPin)
  const canSave = !isBusy && passphrase !== '' && isPin(pin) && isProven
  const change = () =>
    isForgotten
      ? act('roster.reset-signing-pin', { personId, pin, passphrase })
      : act('roster.set-signing-pin', { personId, pin, oldPin: hasPin ? oldPin : null, passphrase })
  return {
    hasPin,
    resetAtMs: onFile?.signingPinResetAtMs ?? null,
    isForgotten,
    toggleForgotten: () => {
      setIsForgotten(!isForgotten)
      setOldPin('')
      setDone('')
    },
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
      const answer = await change()
      setPassphrase('')
      if (!answer.ok) return
      setPin('')
      setOldPin('')
      setIsForgotten(false)
      setDone('Their PIN is set.')
    },
  }
}

function isPin(typed: string): boolean {
  return pinSchema.safeParse(typed).success
}
