import { useState } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { useAct } from '../app/api.ts'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { EntryDial } from './EntryDial.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import styles from './Entry.module.css'
import { SecretField } from './SecretField.tsx'
import { VaultTrouble } from './VaultTrouble.tsx'

type Kind = 'passphrase' | 'recovery'

const words = {
  passphrase: { label: 'Passphrase', lead: 'Type your passphrase.', other: 'Use the recovery code' },
  recovery: {
    label: 'Recovery code',
    lead: 'Type the code from your paper. Capitals and dashes do not matter.',
    other: 'Use the passphrase',
  },
} as const

/** The door on every later start. */
export function Unlock() {
  const [kind, setKind] = useState<Kind>('passphrase')
  const { act, isBusy, failure, forget } = useAct()
  if (failure !== null && !isAboutSecret(failure)) return <VaultTrouble failure={failure} onRetry={forget} />
  const turn = () => {
    forget()
    setKind(kind === 'passphrase' ? 'recovery' : 'passphrase')
  }
  return (
    <EntryPage
      ring={<LockRing isOpening={isBusy} />}
      promise={[
        'Everything stays on this computer,',
        'encrypted. A session that was running is offered first.',
      ]}
    >
      <SecretForm
        key={kind}
        kind={kind}
        isBusy={isBusy}
        error={failure === null ? undefined : errorWords(failure)}
        onType={forget}
        onOpen={async (secret) => (await act('vault.unlock', { kind, secret })).ok}
        onTurn={turn}
      />
    </EntryPage>
  )
}

interface SecretFormProps {
  readonly kind: Kind
  readonly isBusy: boolean
  readonly error: string | undefined
  readonly onType: () => void
  readonly onOpen: (secret: string) => Promise<boolean>
  readonly onTurn: () => void
}

function SecretForm({ kind, isBusy, error, onType, onOpen, onTurn }: SecretFormProps) {
  const [secret, setSecret] = useState('')
  const field = useFocusOnArrival<HTMLInputElement>()
  const open = async () => {
    if (isBusy) return
    const isOpen = secret !== '' && (await onOpen(secret))
    if (!isOpen) field.current?.select()
  }
  return (
    <EntryForm title="Unlock" lead={words[kind].lead} isBusy={isBusy} onSubmit={() => void open()}>
      <div className={styles['fields']}>
        <SecretField
          label={words[kind].label}
          inputRef={field}
          value={secret}
          isReadOnly={isBusy}
          error={error}
          onChange={(typed) => {
            setSecret(typed)
            onType()
          }}
        />
      </div>
      <div className={styles['actions']}>
        <Button type="submit" look="primary" size="large" keys="Enter" isDisabled={isBusy}>
          {isBusy ? 'Opening' : 'Unlock'}
        </Button>
        <Button look="plain" isDisabled={isBusy} onPress={onTurn}>
          {words[kind].other}
        </Button>
      </div>
    </EntryForm>
  )
}

/** What the person at the door can mend by typing again; all else is the vault's own trouble. */
function isAboutSecret(failure: Failure): boolean {
  return failure.code === 'wrong-secret' || failure.code === 'bad-input'
}

function errorWords(failure: Failure): string {
  const { happened, safe, next } = failureWords(failure)
  return failure.code === 'wrong-secret'
    ? `${happened} ${safe} ${next}`
    : 'This is longer than any passphrase can be.'
}

function LockRing({ isOpening }: { readonly isOpening: boolean }) {
  if (isOpening) return <EntryDial fraction={0} isTravelling word="Opening" under="This takes a moment" />
  return <EntryDial fraction={1} word="Locked" under="Only you can open it" />
}
