import type { BackupId } from '../../shared/ids.ts'
import type { ListedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { useNow } from '../app/core-clock.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { usePlace } from '../app/navigation.tsx'
import { KeysPage } from '../keys/KeysPage.tsx'
import { TaskDone } from '../keys/TaskDone.tsx'
import { foundWords, madeWords } from './backup-words.ts'
import { brokenWords } from './restore-words.ts'
import { TrialForm } from './TrialForm.tsx'
import { TrialRunning } from './TrialRunning.tsx'
import styles from './Trial.module.css'
import { useTrial, type TrialEnd } from './use-trial.ts'

/** Is this backup any good? It is restored beside the vault, all of it is read, and the copy thrown away. */
export function TrialScreen({ backupId }: { readonly backupId: BackupId }) {
  const backups = useRead('backups.read', {})
  const now = useNow(60_000)
  if (backups.status === 'failed' || backups.status === 'reading' || now === null) {
    return (
      <KeysPage ring={null}>
        <h1 className={styles['title']}>Try a backup out</h1>
        {backups.status === 'failed' ? (
          <FailureNotice failure={backups.failure} onRetry={backups.retry} />
        ) : null}
      </KeysPage>
    )
  }
  const backup = backups.value.backups.find((each) => each.backupId === backupId)
  if (backup === undefined) {
    return (
      <KeysPage ring={null}>
        <h1 className={styles['title']}>This backup is not kept any more</h1>
        <p className={styles['lead']}>A newer one has taken its place. Choose another from the list.</p>
      </KeysPage>
    )
  }
  return <Trial backup={backup} state={backups.value.state} now={now} />
}

interface TrialProps extends Pick<Parameters<typeof useTrial>[0], 'state'> {
  readonly backup: ListedBackup
  readonly now: Stamp
}

function Trial({ backup, state, now }: TrialProps) {
  const { go } = usePlace()
  const trial = useTrial({ backup, state })
  const end = () => go({ name: 'vault' })
  switch (trial.step.kind) {
    case 'asking':
      return <TrialForm backup={backup} trial={trial} step={trial.step} now={now} onEnd={end} />
    case 'running':
      return <TrialRunning running={trial.step.running} made={madeWords(backup.madeAtMs, now)} />
    case 'found':
      return <Found end={trial.step} made={madeWords(backup.madeAtMs, now)} now={now} onEnd={end} />
  }
}

interface FoundProps {
  readonly end: TrialEnd
  readonly made: string
  readonly now: Stamp
  readonly onEnd: () => void
}

function Found({ end: { found }, made, now, onEnd }: FoundProps) {
  const { brokenCount } = found
  const isWhole = brokenCount === 0
  return (
    <TaskDone
      title={isWhole ? 'This backup is good' : 'This backup is good in part'}
      lead={
        isWhole
          ? `${foundWords(found, now)}: all readable.`
          : `${foundWords(found, now)}. ${brokenWords(brokenCount)}`
      }
      facts={[
        isWhole
          ? `The backup of ${made} was restored beside the vault, every page of it was read, and every log followed from its first entry to its last.`
          : 'Try out an older backup: it may hold them whole.',
        'The copy was thrown away again. The vault and the backup are as they were.',
        'Private notes are in no backup. They are on this computer alone.',
      ]}
      word={isWhole ? 'Whole' : 'In part'}
      under={isWhole ? 'It can be restored' : 'The rest can be restored'}
      onEnd={onEnd}
    />
  )
}
