import { FileKey, KeyRound, Laptop, RefreshCw, UsersRound } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ComputerKeyState } from '../../shared/ipc/computer-key-calls.ts'
import { Button, type ButtonProps } from '../ui/Button.tsx'
import styles from './KeysPage.module.css'

export type Task = 'passphrase' | 'test-code' | 'new-code' | 'computer-on' | 'computer-off' | 'renew'

interface OwnWaysProps {
  readonly reviewerCount: number
  /** Null where nobody can say, and nothing is offered. */
  readonly computerKey: ComputerKeyState | null
  /** What was done last: its button has the keyboard again. */
  readonly lastTask: Task | null
  readonly onBegin: (task: Task) => void
}

/** What opens the vault, and what can be done about each. */
export function OwnWays({ reviewerCount, computerKey, lastTask, onBegin }: OwnWaysProps) {
  const last = useRef<HTMLButtonElement>(null)
  useEffect(() => last.current?.focus(), [])
  const button = (task: Task) => ({
    onPress: () => onBegin(task),
    ...(task === lastTask ? { ref: last } : {}),
  })
  return (
    <>
      <h1 className={styles['title']}>Passphrase and recovery code</h1>
      <p className={styles['lead']}>Each alone opens all of the vault. If both are lost, nobody can.</p>
      <ul className={styles['ways']}>
        <li className={styles['way']}>
          <KeyRound aria-hidden size={20} strokeWidth={1.5} />
          <h2 className={styles['wayTitle']}>Your passphrase</h2>
          <p className={styles['soft']}>
            Change it whenever you like. A session that is running goes on meanwhile.
          </p>
          <div className={styles['acts']}>
            <Button {...button('passphrase')}>Change the passphrase</Button>
          </div>
        </li>
        <li className={styles['way']}>
          <FileKey aria-hidden size={20} strokeWidth={1.5} />
          <h2 className={styles['wayTitle']}>Your recovery code</h2>
          <p className={styles['soft']}>
            Seven groups on paper, for the day on which the passphrase is lost. See now and then whether the
            paper is still good.
          </p>
          <div className={styles['acts']}>
            <Button {...button('test-code')}>Test the code</Button>
            <Button {...button('new-code')}>Make a new code</Button>
          </div>
        </li>
        <ComputerKey state={computerKey} button={button} />
        <AllKeys button={button} />
        {reviewerCount === 0 ? null : <Reviewers count={reviewerCount} />}
      </ul>
    </>
  )
}

const computerWords = {
  off: 'This computer can keep a key for you: after a lock, one press opens the vault. Whoever is signed in here as you can press it.',
  on: 'After a lock, one press opens the vault, once you have typed your passphrase that day. Whoever is signed in here as you can press it.',
  changed:
    'It was on, but this computer keeps keys in another way now, and it opens nothing. Turn it off; where keys are safe here you can turn it on again.',
} as const

interface WayProps {
  readonly button: (task: Task) => Pick<ButtonProps, 'onPress' | 'ref'>
}

function AllKeys({ button }: WayProps) {
  return (
    <li className={styles['way']}>
      <RefreshCw aria-hidden size={20} strokeWidth={1.5} />
      <h2 className={styles['wayTitle']}>The keys behind them</h2>
      <p className={styles['soft']}>
        Another passphrase or code leads to the same keys. If somebody may have those, everything can be
        encrypted anew under others.
      </p>
      <div className={styles['acts']}>
        <Button {...button('renew')}>Make all keys new</Button>
      </div>
    </li>
  )
}

interface ComputerKeyProps extends WayProps {
  readonly state: ComputerKeyState | null
}

/** Not shown where this computer keeps no key safely. */
function ComputerKey({ state, button }: ComputerKeyProps) {
  if (state === null || state === 'not-here') return null
  const isOff = state === 'off'
  return (
    <li className={styles['way']}>
      <Laptop aria-hidden size={20} strokeWidth={1.5} />
      <h2 className={styles['wayTitle']}>This computer’s key</h2>
      <p className={styles['soft']}>{computerWords[isOff || state === 'changed' ? state : 'on']}</p>
      <div className={styles['acts']}>
        {isOff ? (
          <Button {...button('computer-on')}>Let it open the vault</Button>
        ) : (
          <Button {...button('computer-off')}>Turn it off</Button>
        )}
      </div>
    </li>
  )
}

function Reviewers({ count }: { readonly count: number }) {
  return (
    <li className={styles['way']}>
      <UsersRound aria-hidden size={20} strokeWidth={1.5} />
      <h2 className={styles['wayTitle']}>{count === 1 ? 'A reviewer' : `${count} reviewers`}</h2>
      <p className={styles['soft']}>
        With a passphrase of their own, which opens the record and no private note. It stays theirs, whatever
        you change here.
      </p>
    </li>
  )
}
