import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import type { Failure } from '../../shared/ipc/failure.ts'
import { readAgain, useAct, useRead } from '../app/api.ts'
import { failureWords } from '../app/failure-words.ts'
import { RestoreButton } from '../backup/RestoreButton.tsx'
import { MendWay } from '../mend/MendButton.tsx'
import { Button } from '../ui/Button.tsx'
import { useFocusOnArrival } from '../ui/use-focus-on-arrival.ts'
import { useWatched } from '../watch/use-watched.ts'
import { WatchedPage } from '../watch/WatchedPage.tsx'
import { ComputerWay, isAboutComputer } from './ComputerWay.tsx'
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

const leadAside = 'The vault opens without the changes that cannot be read.'

/** The door on every later start. */
export function Unlock() {
  const [kind, setKind] = useState<Kind>('passphrase')
  const [setsLogAside, setSetsLogAside] = useState(false)
  const { act, openByComputer, isBusy, failure, forget } = useOpening()
  const watched = useWatched()
  const setAside = () => {
    setSetsLogAside(true)
    forget()
  }
  if (failure !== null && !isAboutSecret(failure) && !isAboutComputer(failure))
    return <VaultTrouble failure={failure} onRetry={forget} onSetAside={setAside} />
  const turn = () => {
    forget()
    setKind(kind === 'passphrase' ? 'recovery' : 'passphrase')
  }
  const isLine = watched !== null
  const computerWay = (
    <ComputerWay isLine={isLine} isBusy={isBusy} failure={failure} onOpen={() => void openByComputer()} />
  )
  const door = (
    <SecretForm
      key={kind}
      kind={kind}
      lead={setsLogAside ? leadAside : words[kind].lead}
      isLine={isLine}
      isBusy={isBusy}
      error={errorWords(failure)}
      computerWay={setsLogAside ? null : computerWay}
      isBackAtField={isAboutComputer(failure)}
      onType={forget}
      onOpen={async (secret) => (await act('vault.unlock', { kind, secret, setsLogAside })).ok}
      onTurn={turn}
    />
  )
  if (watched !== null) return <WatchedPage view={watched}>{door}</WatchedPage>
  return (
    <EntryPage
      ring={<LockRing isOpening={isBusy} failure={failure} />}
      promise={[
        'Everything stays on this computer,',
        'encrypted. A session that was running is offered first.',
      ]}
    >
      {door}
    </EntryPage>
  )
}

function useOpening() {
  const queries = useQueryClient()
  const opening = useAct()
  const openByComputer = async () => {
    const opened = await opening.act('computer-key.open', {})
    // What it was offered by is no longer so.
    if (!opened.ok) await readAgain(queries, 'computer-key.open')
  }
  return { ...opening, openByComputer }
}

interface SecretFormProps {
  readonly kind: Kind
  readonly lead: string
  readonly isLine: boolean
  readonly isBusy: boolean
  readonly error: string | undefined
  readonly onType: () => void
  readonly onOpen: (secret: string) => Promise<boolean>
  readonly onTurn: () => void
  readonly computerWay: ReactNode
  /** What was pressed is gone, and the passphrase is what opens the vault. */
  readonly isBackAtField: boolean
}

function SecretForm(props: SecretFormProps) {
  const { kind, lead, isLine, isBusy, error, computerWay, isBackAtField, onType, onOpen, onTurn } = props
  const [secret, setSecret] = useState('')
  const field = useFocusOnArrival<HTMLInputElement>()
  useEffect(() => {
    if (isBackAtField) field.current?.focus()
  }, [field, isBackAtField])
  const open = async () => {
    if (isBusy) return
    const isOpen = secret !== '' && (await onOpen(secret))
    if (!isOpen) field.current?.select()
  }
  return (
    <EntryForm title="Unlock" lead={lead} isLine={isLine} isBusy={isBusy} onSubmit={() => void open()}>
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
      {computerWay}
      {isLine ? null : <RestoreButton look="plain" />}
      {isLine ? null : <MendWay />}
    </EntryForm>
  )
}

/** What the person at the door can mend by typing again; all else is the vault's own trouble. */
function isAboutSecret(failure: Failure): boolean {
  return ['wrong-secret', 'too-many-tries', 'bad-input'].includes(failure.code)
}

function errorWords(failure: Failure | null): string | undefined {
  if (failure === null || isAboutComputer(failure)) return undefined
  if (failure.code === 'bad-input') return 'This is longer than any passphrase can be.'
  const { happened, safe, next } = failureWords(failure)
  return `${happened} ${safe} ${next}`
}

interface LockRingProps {
  readonly isOpening: boolean
  /** Why the vault did not open the last time. */
  readonly failure: Failure | null
}

function LockRing({ isOpening, failure }: LockRingProps) {
  const computerKey = useRead('computer-key.state', {})
  if (isOpening) return <EntryDial fraction={0} isTravelling word="Opening" under="This takes a moment" />
  const isByComputer =
    computerKey.status === 'ready' && computerKey.value === 'ready' && !isAboutComputer(failure)
  const under = isByComputer ? 'You open it, or this computer’s key' : 'Only you can open it'
  return <EntryDial fraction={1} word="Locked" under={under} />
}
