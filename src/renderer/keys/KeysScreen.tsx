import { useState } from 'react'
import type { ComputerKeyState } from '../../shared/ipc/computer-key-calls.ts'
import { useRead } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { EntryDial } from '../vault/EntryDial.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { KeysPage } from './KeysPage.tsx'
import styles from './KeysPage.module.css'
import { NewCode } from './NewCode.tsx'
import { RenewKeys } from './RenewKeys.tsx'
import { TestCode } from './TestCode.tsx'
import { TurnComputerKey } from './TurnComputerKey.tsx'
import { OwnWays, type Task } from './OwnWays.tsx'

/** Who can open this, and is my paper still good? */
export function KeysScreen() {
  const roster = useRead('roster.read', {})
  const reviewers = useRead('reviewer.list', {})
  const computer = useRead('computer-key.state', {})
  const [task, setTask] = useState<Task | null>(null)
  const [lastTask, setLastTask] = useState<Task | null>(null)
  if (roster.status !== 'ready' || reviewers.status !== 'ready') {
    const failed = [roster, reviewers].find(({ status }) => status === 'failed')
    return (
      <KeysPage ring={null}>
        <h1 className={styles['title']}>Passphrase and recovery code</h1>
        {failed?.status === 'failed' ? (
          <FailureNotice failure={failed.failure} onRetry={failed.retry} />
        ) : null}
      </KeysPage>
    )
  }
  const begin = (next: Task) => {
    setTask(next)
    setLastTask(next)
  }
  const end = () => setTask(null)
  switch (task) {
    case null: {
      const count = reviewers.value.length
      const computerKey = computer.status === 'ready' ? computer.value : null
      return (
        <KeysPage ring={<Ways reviewerCount={count} computerKey={computerKey} />}>
          <OwnWays reviewerCount={count} computerKey={computerKey} lastTask={lastTask} onBegin={begin} />
        </KeysPage>
      )
    }
    case 'passphrase': {
      const author = roster.value.facilitators.find(({ isAuthor }) => isAuthor)
      const { name = '', initials = '', credentials = '' } = author ?? {}
      const person = { name, initials, credentials, clinic: roster.value.clinic }
      return <ChangePassphrase person={person} onEnd={end} />
    }
    case 'test-code':
      return <TestCode onEnd={end} onNewCode={() => begin('new-code')} />
    case 'new-code':
      return <NewCode onEnd={end} />
    case 'computer-on':
      return <TurnComputerKey to="on" onEnd={end} />
    case 'computer-off':
      return <TurnComputerKey to="off" onEnd={end} />
    case 'renew':
      return <RenewKeys onEnd={end} />
  }
}

interface WaysProps {
  readonly reviewerCount: number
  readonly computerKey: ComputerKeyState | null
}

/** An arc for each way in. */
function Ways({ reviewerCount, computerKey }: WaysProps) {
  const isOfComputer = computerKey === 'ready' || computerKey === 'passphrase-first'
  const count = 2 + reviewerCount + (isOfComputer ? 1 : 0)
  return (
    <EntryDial
      fraction={1}
      parts={count}
      word={String(count)}
      under={waysWords(reviewerCount, isOfComputer)}
    />
  )
}

function waysWords(reviewerCount: number, isOfComputer: boolean): string {
  if (reviewerCount === 0 && !isOfComputer) return 'ways in, and both are yours'
  const others = reviewerCount === 1 ? 'one opens' : `${reviewerCount} open`
  return [
    'ways in: two are yours',
    ...(isOfComputer ? ['one is this computer’s'] : []),
    ...(reviewerCount === 0 ? [] : [`${others} the record alone`]),
  ].join(', ')
}
