import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { counted } from '../../shared/count.ts'
import type { PersonId } from '../../shared/ids.ts'
import { pinSchema } from '../../shared/ipc/conceal-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { SignedPlace } from '../../shared/session/state.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { signedOnWords } from '../follow-up/follow-up-words.ts'
import type { Seated } from '../live/seated.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import type { Desk } from './desk.ts'
import { possessive } from './possessive.ts'
import { signerName } from './signer-name.ts'
import forms from '../roster/forms.module.css'

interface CoSignDialogProps {
  readonly desk: Desk
  readonly member: Seated
  readonly awaited: readonly SignedPlace[]
  readonly onClose: () => void
}

/** Somebody stands for a note beside its author, and shows with a PIN of their own that it is they. */
export function CoSignDialog({ desk, member, awaited, onClose }: CoSignDialogProps) {
  const signers = desk.roster.facilitators.filter(
    ({ id, mayCoSign }) => mayCoSign && awaited.every(({ signedById }) => signedById !== id),
  )
  return (
    <Dialog title={`Co-sign ${possessive(member.name)} note`} isOpen onClose={onClose}>
      <p>{whatIsCoSigned(awaited)}</p>
      {signers.length === 0 ? (
        <p>Nobody on file may co-sign. Say who may under Groups &amp; members, with their other entries.</p>
      ) : (
        <CoSignForm desk={desk} awaited={awaited} signers={signers} onClose={onClose} />
      )}
    </Dialog>
  )
}

/** `The note and 2 texts that were added to it.` */
function whatIsCoSigned(awaited: readonly SignedPlace[]): string {
  const addedCount = awaited.filter(({ kind }) => kind !== 'note').length
  const added = addedCount === 0 ? '' : counted(addedCount, 'text')
  if (addedCount === awaited.length) return `Beside its author, for ${added} added to it.`
  return `Beside its author, for the note${added === '' ? '' : ` and ${added} added to it`}.`
}

interface CoSignFormProps extends Omit<CoSignDialogProps, 'member'> {
  readonly signers: Desk['roster']['facilitators']
}

function CoSignForm({ desk, awaited, signers, onClose }: CoSignFormProps) {
  const { coSign, isBusy, failure } = useCoSign(desk, awaited, onClose)
  const [signerId, setSignerId] = useState<PersonId | null>(signers[0]?.id ?? null)
  const [pin, setPin] = useState('')
  const signer = signers.find(({ id }) => id === signerId)
  const isPin = pinSchema.safeParse(pin).success
  return (
    <Form
      className={forms['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (signerId === null || !isPin || isBusy) return
        setPin('')
        void coSign(signerId, pin)
      }}
    >
      <Select
        label="Who co-signs"
        options={signers.map((one) => ({ value: one.id, name: signerName(one) }))}
        value={signerId}
        onChange={setSignerId}
      />
      {signer === undefined || signer.signingPinResetAtMs === null ? null : (
        <p className={forms['notice']}>
          Their PIN was set anew {signedOnWords(signer.signingPinResetAtMs, desk.facts.zone)}, with the
          passphrase of this vault and without the PIN before. The co-signature will say so.
        </p>
      )}
      {signer?.hasSigningPin === false ? (
        <p>They have no PIN yet. It is set with their entry under Groups &amp; members.</p>
      ) : (
        <PinField pin={pin} onChange={setPin} isWrong={failure?.code === 'wrong-secret'} />
      )}
      {failure?.code === 'wrong-secret' ? null : <FailureNotice failure={failure} />}
      <div className={forms['actions']}>
        <Button type="submit" look="primary" isDisabled={!isPin || isBusy}>
          Co-sign
        </Button>
        <Button onPress={onClose}>Not now</Button>
      </div>
    </Form>
  )
}

interface PinFieldProps {
  readonly pin: string
  readonly onChange: (pin: string) => void
  readonly isWrong: boolean
}

function PinField({ pin, onChange, isWrong }: PinFieldProps) {
  const field = useFocusOnArrival<HTMLInputElement>()
  return (
    <TextField
      label="Their PIN"
      type="password"
      inputMode="numeric"
      maxLength={8}
      inputRef={field}
      value={pin}
      onChange={onChange}
      error={isWrong ? 'That is not their PIN. After five wrong ones the vault locks.' : undefined}
    />
  )
}

interface CoSigning {
  readonly coSign: (signedById: PersonId, pin: string) => Promise<void>
  readonly isBusy: boolean
  readonly failure: Failure | null
}

/** One after the other, for everything of this member that awaits it. */
function useCoSign(desk: Desk, awaited: readonly SignedPlace[], onClose: () => void): CoSigning {
  const queries = useQueryClient()
  const { act, isBusy, failure } = useAct()
  const { sessionId } = desk.drafts
  const coSignAll = async (
    [first, ...rest]: readonly SignedPlace[],
    signedById: PersonId,
    pin: string,
  ): Promise<boolean> => {
    if (first === undefined) return true
    const answer = await act('note.co-sign', { sessionId, amends: first.noteId, signedById, pin })
    return answer.ok && coSignAll(rest, signedById, pin)
  }
  return {
    isBusy,
    failure,
    async coSign(signedById, pin) {
      const isWhole = await coSignAll(awaited, signedById, pin)
      await queries.invalidateQueries({ queryKey: ['session.open'] })
      if (isWhole) onClose()
    },
  }
}
