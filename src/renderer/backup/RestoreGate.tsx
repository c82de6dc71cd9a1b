import { Activity, useState, type ReactNode } from 'react'
import type { OfferedBackup } from '../../shared/ipc/backup-calls.ts'
import { useAct } from '../app/api.ts'
import { CalmScreen } from '../app/CalmScreen.tsx'
import { failureWords } from '../app/failure-words.ts'
import { Button } from '../ui/Button.tsx'
import { RestoreContext } from './restore-context.ts'
import { RestoreScreen } from './RestoreScreen.tsx'

/**
 * Around what a window shows while no vault is open: from there a backup can be chosen, and takes the window's place until it
 * is restored or left. What was typed before waits behind it.
 */
export function RestoreGate({ children }: { readonly children: ReactNode }) {
  const { act, isBusy, failure, forget } = useAct()
  const [offered, setOffered] = useState<OfferedBackup | null>(null)
  const [restoredCount, setRestoredCount] = useState(0)
  const choose = async () => {
    if (isBusy) return
    const answer = await act('backups.choose-to-restore', {})
    if (answer.ok && answer.value !== null) setOffered(answer.value)
  }
  // What stood behind it was said of the vault that was here before.
  const beginAnew = () => {
    setOffered(null)
    setRestoredCount((count) => count + 1)
  }
  const isElsewhere = offered !== null || failure !== null
  return (
    <>
      <Activity key={restoredCount} mode={isElsewhere ? 'hidden' : 'visible'}>
        <RestoreContext value={() => void choose()}>{children}</RestoreContext>
      </Activity>
      {failure !== null ? (
        <NotOffered onChoose={() => void choose()} onLeave={forget} words={failureWords(failure)} />
      ) : offered === null ? null : (
        <RestoreScreen
          key={offered.token}
          offered={offered}
          onLeave={() => setOffered(null)}
          onUnlock={beginAnew}
        />
      )}
    </>
  )
}

interface NotOfferedProps {
  readonly words: ReturnType<typeof failureWords>
  readonly onChoose: () => void
  readonly onLeave: () => void
}

/** What was chosen cannot be restored. */
function NotOffered({ words, onChoose, onLeave }: NotOfferedProps) {
  return (
    <CalmScreen
      title={words.happened.replace(/\.$/, '')}
      safe={words.safe}
      next={words.next}
      actions={
        <>
          <Button look="primary" size="large" onPress={onChoose}>
            Choose another backup…
          </Button>
          <Button size="large" onPress={onLeave}>
            Not now
          </Button>
        </>
      }
    />
  )
}
