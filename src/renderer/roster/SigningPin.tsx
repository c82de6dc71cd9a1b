import { Form } from 'react-aria-components'
import type { Facilitator } from '../../shared/roster/member.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { useNow } from '../app/core-clock.ts'
import { signedOnWords } from '../follow-up/follow-up-words.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { usePinEdit } from './use-pin-edit.ts'
import styles from './forms.module.css'

/** The PIN that a co-signer signs with. Once there is one, nobody gives them another without it and without a trace. */
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
      <LastReset atMs={edit.resetAtMs} />
      {edit.isForgotten ? (
        <p>
          Only your passphrase is asked for. That and when it was set anew stays with their PIN: they see it
          when they co-sign, and each co-signature says it.
        </p>
      ) : null}
      <PinFields edit={edit} />
      <div className={styles['actions']}>
        <Button type="submit" isDisabled={!edit.canSave}>
          {edit.isForgotten ? 'Set their PIN anew' : edit.hasPin ? 'Change their PIN' : 'Set their PIN'}
        </Button>
        {edit.hasPin ? (
          <Button look="plain" onPress={edit.toggleForgotten}>
            {edit.isForgotten ? 'They know their PIN' : 'They have forgotten it'}
          </Button>
        ) : null}
      </div>
      <output>{edit.done}</output>
      <FailureNotice failure={edit.failure} />
    </Form>
  )
}

function PinFields({ edit }: { readonly edit: ReturnType<typeof usePinEdit> }) {
  const pinProps = { type: 'password', inputMode: 'numeric', maxLength: 8 } as const
  return (
    <div className={styles['halves']}>
      {edit.hasPin && !edit.isForgotten ? (
        <TextField label="Their PIN until now" {...pinProps} value={edit.oldPin} onChange={edit.setOldPin} />
      ) : null}
      <TextField
        label={edit.hasPin ? 'Their new PIN' : 'Their PIN'}
        hint="They type it themselves: 4 to 8 digits."
        {...pinProps}
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
  )
}

function LastReset({ atMs }: { readonly atMs: number | null }) {
  const now = useNow(60_000)
  if (atMs === null || now === null) return null
  return <p>It was last set anew {signedOnWords(atMs, now.zone)}, without the PIN before.</p>
}
