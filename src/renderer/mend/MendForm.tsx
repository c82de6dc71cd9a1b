import { useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { parseRecoveryCode } from '../../shared/vault/recovery-code.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import restore from '../backup/Restore.module.css'
import { slipWords } from '../keys/proof.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { EntryForm } from '../vault/EntryForm.tsx'
import { EntryPage } from '../vault/EntryPage.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import { mendPromise } from './mend-words.ts'
import type { MendAct, Secret } from './use-mend.ts'

const words = {
  passphrase: { label: 'Passphrase', other: 'Use the recovery code' },
  recovery: { label: 'Recovery code', other: 'Use the passphrase' },
} as const

interface MendFormProps {
  readonly mending: MendAct
  readonly onLeave: () => void
}

/** What is about to happen, and the secret that it needs. */
export function MendForm({ mending, onLeave }: MendFormProps) {
  const [wasAsked, setWasAsked] = useState(false)
  const { secret, failure, wasCancelled } = mending
  const field = useFocusOnArrival<HTMLInputElement>()
  const error = secretError(secret, wasAsked, failure)
  const otherKind = secret.kind === 'passphrase' ? 'recovery' : 'passphrase'
  const look = () => {
    setWasAsked(true)
    if (secretError(secret, true, null) === undefined) void mending.look()
  }
  return (
    <EntryPage
      ring={<EntryDial fraction={0} word="Reading" under="Nothing has happened yet" />}
      promise={mendPromise}
    >
      <EntryForm
        title="See what can be read"
        lead="Every page of the vault is read. Then you see what is whole and what is lost, and decide."
        onSubmit={look}
      >
        <div className={restore['fields']}>
          <SecretField
            key={secret.kind}
            label={words[secret.kind].label}
            inputRef={field}
            value={secret.text}
            error={error}
            onChange={(text) => mending.type({ ...secret, text })}
          />
        </div>
        <div className={entry['actions']}>
          <Button type="submit" look="primary" size="large">
            Read it
          </Button>
          <Button look="plain" onPress={() => mending.type({ kind: otherKind, text: '' })}>
            {words[secret.kind].other}
          </Button>
          <Button look="plain" onPress={onLeave}>
            Not now
          </Button>
        </div>
        <div className={entry['notice']}>
          {wasCancelled ? <output>Cancelled. Everything is as it was.</output> : null}
          <FailureNotice failure={error === undefined ? failure : null} />
        </div>
      </EntryForm>
    </EntryPage>
  )
}

function secretError({ kind, text }: Secret, wasAsked: boolean, failure: Failure | null): string | undefined {
  if (failure?.code === 'wrong-secret') return 'That does not open this vault. Nothing was changed.'
  if (!wasAsked) return undefined
  if (kind === 'passphrase') return text === '' ? 'The vault can be read with it alone.' : undefined
  return parseRecoveryCode(text) === null ? slipWords : undefined
}
