import { useState } from 'react'
import type { CodeVerdict } from '../../shared/ipc/key-calls.ts'
import { useAct } from '../app/api.ts'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { EntryDial } from '../vault/EntryDial.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import styles from './KeysPage.module.css'
import { proofError, slipWords } from './proof.ts'
import { TaskForm } from './TaskForm.tsx'

const nothing = { authorPassphrase: '', recoveryCode: '' }

/** What is typed, what is wrong with it, and the beginning itself. */
function useRenewForm(onBegun: () => void) {
  const [typed, setTyped] = useState(nothing)
  const [verdict, setVerdict] = useState<CodeVerdict | null>(null)
  const [wasAsked, setWasAsked] = useState(false)
  const { act, isBusy, failure, forget } = useAct()
  const field = useFocusOnArrival<HTMLInputElement>()
  const renew = async () => {
    setWasAsked(true)
    if (isBusy || typed.authorPassphrase === '' || typed.recoveryCode === '') return
    const answer = await act('keys.renew', typed)
    if (!answer.ok) return field.current?.select()
    setVerdict(answer.value)
    if (answer.value === 'opens') onBegun()
  }
  const passphrase = { kind: 'passphrase', secret: typed.authorPassphrase } as const
  return {
    typed,
    type: (changed: Partial<typeof nothing>) => {
      forget()
      setVerdict(null)
      setTyped({ ...typed, ...changed })
    },
    renew: () => void renew(),
    errors: {
      passphrase: proofError(passphrase, wasAsked, isBusy ? null : failure),
      code: isBusy ? undefined : codeError(verdict, wasAsked && typed.recoveryCode === ''),
    },
    failure: failure?.code === 'wrong-secret' ? null : failure,
    isBusy,
    field,
  }
}

/** Both secrets are typed, since both are to lead to the new keys; the rest is the console's work (`RenewalGate`). */
export function RenewKeys({ onEnd }: { readonly onEnd: () => void }) {
  const { typed, type, renew, errors, failure, isBusy, field } = useRenewForm(onEnd)
  return (
    <TaskForm
      title="Make all keys new"
      lead="For when somebody may have had this computer, or a copy of the vault. It takes a moment for each year of work."
      ring={
        isBusy ? (
          <EntryDial fraction={0} isTravelling word="Drawing" under="new keys, behind your two secrets" />
        ) : (
          <EntryDial fraction={0} word="Both" under="Passphrase and code, so that both still open it" />
        )
      }
      isBusy={isBusy}
      submitWords="Make them new"
      busyWords="Drawing them"
      failure={failure}
      onSubmit={renew}
      onBack={onEnd}
      below={<WhatIsNew />}
    >
      <div className={styles['fields']}>
        <SecretField
          label="Your passphrase"
          inputRef={field}
          value={typed.authorPassphrase}
          isReadOnly={isBusy}
          error={errors.passphrase}
          onChange={(authorPassphrase) => type({ authorPassphrase })}
        />
        <SecretField
          label="Recovery code"
          value={typed.recoveryCode}
          isReadOnly={isBusy}
          error={errors.code}
          onChange={(recoveryCode) => type({ recoveryCode })}
        />
      </div>
    </TaskForm>
  )
}

function WhatIsNew() {
  return (
    <ul className={styles['facts']}>
      <li>New: the keys of the record and of the private notes, and what both secrets lead to.</li>
      <li>The same: your passphrase, your code, and the passphrase of whoever reviews.</li>
      <li>Is the paper lost? Make a new code first.</li>
    </ul>
  )
}

function codeError(verdict: CodeVerdict | null, isMissing: boolean): string | undefined {
  switch (verdict) {
    case 'mistyped':
      return slipWords
    case 'opens-nothing':
      return 'This is a code, but not the one of this vault. Five wrong tries lock the vault.'
    case 'opens':
    case null:
      return isMissing ? 'The seven groups on your paper.' : undefined
  }
}
