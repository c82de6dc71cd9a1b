import { useState } from 'react'
import { useAct } from '../app/api.ts'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { EntryDial } from '../vault/EntryDial.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import styles from './KeysPage.module.css'
import { proofError } from './proof.ts'
import { TaskDone } from './TaskDone.tsx'
import { TaskForm } from './TaskForm.tsx'

const words = {
  on: {
    name: 'computer-key.turn-on',
    title: 'Let this computer’s key open the vault',
    lead: 'After a lock, one press opens it. Your passphrase is asked for first each day, and after each start of the console.',
    submit: 'Turn it on',
    busy: 'Turning it on',
    ring: { word: 'Beside', under: 'your passphrase, and never instead of it' },
    facts: [
      'It opens what your passphrase opens: the record and your private notes.',
      'Whoever is signed in here as you can press it. Let nobody else use your account.',
      'What it takes lies on this computer alone, and in no backup.',
    ],
    done: {
      title: 'This computer’s key opens the vault',
      lead: 'The lock screen offers it from now on, beside your passphrase.',
      word: 'On',
      under: 'one press after a lock',
    },
    after: [
      'The passphrase opens the vault as before. Do not forget it: it is asked for every day.',
      'Five wrong tries, a reviewer’s visit or a lock while names are concealed ask for it too.',
    ],
  },
  off: {
    name: 'computer-key.turn-off',
    title: 'Turn this computer’s key off',
    lead: 'Only your passphrase and your code open the vault then, and what a reviewer has opens the record.',
    submit: 'Turn it off',
    busy: 'Turning it off',
    ring: { word: 'Off', under: 'what the computer kept is deleted' },
    facts: [],
    done: {
      title: 'This computer’s key is off',
      lead: 'It opens nothing here any more, and what the computer kept of it is deleted.',
      word: 'Off',
      under: 'the passphrase opens it, each time',
    },
    after: ['A copy of the vault and of the whole account from before still opens with the computer’s key.'],
  },
} as const

interface TurnComputerKeyProps {
  readonly to: keyof typeof words
  readonly onEnd: () => void
}

/** The passphrase first; then the computer's key is made, or taken away. */
export function TurnComputerKey({ to, onEnd }: TurnComputerKeyProps) {
  const { name, title, lead, submit, busy, ring, facts, done, after } = words[to]
  const [authorPassphrase, setPassphrase] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const { act, isBusy, failure, forget } = useAct()
  const field = useFocusOnArrival<HTMLInputElement>()
  const last = isBusy ? null : failure
  if (isDone) return <TaskDone {...done} facts={after} onEnd={onEnd} />
  const turn = async () => {
    setWasAsked(true)
    if (isBusy || authorPassphrase === '') return
    const answer = await act(name, { authorPassphrase })
    if (answer.ok) setIsDone(true)
    else field.current?.select()
  }
  return (
    <TaskForm
      title={title}
      lead={lead}
      ring={<TurnRing isTrying={isBusy} {...ring} />}
      isBusy={isBusy}
      submitWords={submit}
      busyWords={busy}
      failure={last?.code === 'wrong-secret' ? null : last}
      onSubmit={() => void turn()}
      onBack={onEnd}
      below={<Facts facts={facts} />}
    >
      <div className={styles['fields']}>
        <SecretField
          label="Your passphrase"
          inputRef={field}
          value={authorPassphrase}
          isReadOnly={isBusy}
          error={proofError({ kind: 'passphrase', secret: authorPassphrase }, wasAsked, last)}
          onChange={(typed) => {
            forget()
            setPassphrase(typed)
          }}
        />
      </div>
    </TaskForm>
  )
}

interface TurnRingProps {
  readonly isTrying: boolean
  readonly word: string
  readonly under: string
}

function TurnRing({ isTrying, word, under }: TurnRingProps) {
  if (isTrying)
    return <EntryDial fraction={0} isTravelling word="Trying" under="Slow on purpose: so is every guess" />
  return <EntryDial fraction={0} word={word} under={under} />
}

function Facts({ facts }: { readonly facts: readonly string[] }) {
  if (facts.length === 0) return null
  return (
    <ul className={styles['facts']}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
