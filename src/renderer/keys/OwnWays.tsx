import { FileKey, KeyRound, RefreshCw, UsersRound } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './KeysPage.module.css'

export type Task = 'passphrase' | 'test-code' | 'new-code' | 'renew'

interface OwnWaysProps {
  readonly reviewerCount: number
  /** What was done last: its button has the keyboard again. */
  readonly lastTask: Task | null
  readonly onBegin: (task: Task) => void
}

/** What opens the vault, and what can be done about each. */
export function OwnWays({ reviewerCount, lastTask, onBegin }: OwnWaysProps) {
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
        {reviewerCount === 0 ? null : <Reviewers count={reviewerCount} />}
      </ul>
    </>
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
