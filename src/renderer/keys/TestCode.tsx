import { useState } from 'react'
import type { CodeVerdict } from '../../shared/ipc/key-calls.ts'
import { useAct } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { EntryDial } from '../vault/EntryDial.tsx'
import { SecretField } from '../vault/SecretField.tsx'
import styles from './KeysPage.module.css'
import { slipWords } from './proof.ts'
import { TaskDone } from './TaskDone.tsx'
import { TaskForm } from './TaskForm.tsx'

interface TestCodeProps {
  readonly onEnd: () => void
  readonly onNewCode: () => void
}

/** Whether the paper is still good. Nothing else happens. */
export function TestCode({ onEnd, onNewCode }: TestCodeProps) {
  const [code, setCode] = useState('')
  const [verdict, setVerdict] = useState<CodeVerdict | null>(null)
  const { act, isBusy, failure, forget } = useAct()
  const field = useFocusOnArrival<HTMLInputElement>()
  if (verdict === 'opens') return <Good onEnd={onEnd} />
  const test = async () => {
    if (isBusy || code === '') return
    const answer = await act('keys.test-recovery-code', { recoveryCode: code })
    setVerdict(answer.ok ? answer.value : null)
    field.current?.select()
  }
  return (
    <TaskForm
      title="Test the code"
      lead="Type it from your paper. Capitals and dashes do not matter, and nothing is changed."
      ring={<TestRing isTrying={isBusy} verdict={verdict} />}
      isBusy={isBusy}
      submitWords="Test it"
      busyWords="Trying it"
      failure={failure}
      onSubmit={() => void test()}
      onBack={onEnd}
      otherAction={
        verdict === 'opens-nothing' ? <Button onPress={onNewCode}>Make a new code</Button> : undefined
      }
    >
      <div className={styles['fields']}>
        <SecretField
          label="Recovery code"
          inputRef={field}
          value={code}
          isReadOnly={isBusy}
          error={isBusy ? undefined : verdictError(verdict)}
          onChange={(typed) => {
            forget()
            setVerdict(null)
            setCode(typed)
          }}
        />
      </div>
    </TaskForm>
  )
}

function verdictError(verdict: CodeVerdict | null): string | undefined {
  switch (verdict) {
    case 'mistyped':
      return slipWords
    case 'opens-nothing':
      return 'This is a code, but not the one of this vault: perhaps of an older paper. Five wrong tries lock the vault.'
    case 'opens':
    case null:
      return undefined
  }
}

interface TestRingProps {
  readonly isTrying: boolean
  readonly verdict: CodeVerdict | null
}

function TestRing({ isTrying, verdict }: TestRingProps) {
  if (isTrying)
    return <EntryDial fraction={0} isTravelling word="Trying" under="Slow on purpose: so is every guess" />
  switch (verdict) {
    case 'mistyped':
      return <EntryDial fraction={0} word="A slip" under="Compare it with the paper" />
    case 'opens-nothing':
      return <EntryDial fraction={0} word="No" under="It opens nothing here" />
    case 'opens':
    case null:
      return <EntryDial fraction={0} word="Seven" under="groups of four, as they stand on your paper" />
  }
}

function Good({ onEnd }: { readonly onEnd: () => void }) {
  return (
    <TaskDone
      title="Your paper is good"
      lead="This code opens the vault. Put it back where it is locked away, apart from this computer."
      facts={[
        'Nothing was changed by the test.',
        'Whoever has this paper and this computer can open the vault.',
      ]}
      word="Opens"
      under="It is the code of this vault"
      onEnd={onEnd}
    />
  )
}
