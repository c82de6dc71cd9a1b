import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { PersonId } from '../../shared/ids.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import forms from '../roster/forms.module.css'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { SecretField } from '../vault/SecretField.tsx'

interface RevokeDialogProps {
  readonly personId: PersonId
  readonly name: string
  readonly onClose: () => void
}

/** Says what it does, and what nothing can do, before it is done; how far it is stands in the place of everything (`RenewalGate`). */
export function RevokeDialog({ personId, name, onClose }: RevokeDialogProps) {
  const field = useFocusOnArrival<HTMLInputElement>()
  const { act, isBusy, failure } = useAct()
  const [passphrase, setPassphrase] = useState('')
  const isWrong = failure?.code === 'wrong-secret'
  const revoke = async () => {
    if (passphrase === '' || isBusy) return
    setPassphrase('')
    if ((await act('reviewer.revoke', { personId, authorPassphrase: passphrase })).ok) onClose()
  }
  return (
    <Dialog title="Revoke a way in" role="alertdialog" isOpen onClose={isBusy ? () => undefined : onClose}>
      <Form
        className={forms['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void revoke()
        }}
      >
        <WhatItDoes name={name} />
        <SecretField
          label="Your passphrase"
          inputRef={field}
          value={passphrase}
          onChange={setPassphrase}
          isReadOnly={isBusy}
          error={isWrong ? 'That is not your passphrase.' : undefined}
        />
        {isWrong ? null : <FailureNotice failure={failure} />}
        {isBusy ? <output>Looking at your passphrase …</output> : null}
        <div className={forms['actions']}>
          <Button type="submit" look="primary" isDisabled={passphrase === '' || isBusy}>
            {isBusy ? 'Revoking' : 'Revoke'}
          </Button>
          <Button isDisabled={isBusy} onPress={onClose}>
            Not now
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function WhatItDoes({ name }: { readonly name: string }) {
  return (
    <>
      <p>
        <bdi>{name}</bdi> can no longer open this vault. The record gets a new key and is written anew with
        it, so an old key opens nothing that is here. Your passphrase, your recovery code and other reviewers’
        passphrases stay as they are.
      </p>
      <p>
        What they have copied before stays readable to them with the old key, and so does a backup from
        before. Nothing can take that back.
      </p>
    </>
  )
}
