import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import entry from '../vault/Entry.module.css'
import { EntryDial } from '../vault/EntryDial.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import styles from './KeysPage.module.css'
import { proofError } from './proof.ts'
import { TaskForm } from './TaskForm.tsx'

interface AskForCodeProps {
  readonly onCode: (code: string) => void
  readonly onEnd: () => void
}

/** Whoever sits at an open console is shown no code. */
export function AskForCode({ onCode, onEnd }: AskForCodeProps) {
  const [secret, setSecret] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const { act, isBusy, failure, forget } = useAct()
  const field = useFocusOnArrival<HTMLInputElement>()
  const ask = async () => {
    setWasAsked(true)
    if (isBusy || secret === '') return
    const answer = await act('keys.propose-recovery-code', { authorPassphrase: secret })
    if (answer.ok) onCode(answer.value)
    else field.current?.select()
  }
  return (
    <TaskForm
      title="Make a new code"
      lead="For a paper that is lost, or that somebody else has seen. The old code counts until the new one is confirmed."
      ring={
        isBusy ? <Looking /> : <EntryDial fraction={0} word="Paper" under="and a pen: have them at hand" />
      }
      isBusy={isBusy}
      submitWords="Show me a code"
      busyWords="Looking at it"
      failure={failure?.code === 'wrong-secret' ? null : failure}
      onSubmit={() => void ask()}
      onBack={onEnd}
      below={<Next />}
    >
      <div className={styles['fields']}>
        <SecretField
          label="Your passphrase"
          inputRef={field}
          value={secret}
          isReadOnly={isBusy}
          error={proofError({ kind: 'passphrase', secret }, wasAsked, isBusy ? null : failure)}
          onChange={(typed) => {
            forget()
            setSecret(typed)
          }}
        />
      </div>
    </TaskForm>
  )
}

function Looking() {
  return <EntryDial fraction={0} isTravelling word="Looking" under="at your passphrase" />
}

function Next() {
  return (
    <div className={entry['next']}>
      <PenLine aria-hidden size={20} strokeWidth={1.5} />
      <strong>Next, a new code to write down</strong>
      <p>It is shown once. See that nobody looks over your shoulder.</p>
    </div>
  )
}
