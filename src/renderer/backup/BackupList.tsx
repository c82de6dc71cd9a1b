import { useState } from 'react'
import type { Backups, ListedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { aheadWords, factsWords, isGone, madeWords, sizeWords } from './backup-words.ts'
import styles from './BackupPart.module.css'

interface BackupListProps {
  readonly backups: Backups
  readonly now: Stamp
  readonly isBusy: boolean
}

/** Each backup that is kept, for whoever looks for an older one. */
export function BackupList({ backups: standing, now, isBusy }: BackupListProps) {
  const { backups } = standing
  const [isShown, setShown] = useState(false)
  if (backups.length === 0) return null
  return (
    <>
      <Button
        look="plain"
        size="small"
        aria-expanded={isShown}
        className={styles['all'] ?? ''}
        onPress={() => setShown(!isShown)}
      >
        {isShown
          ? 'Hide the list'
          : backups.length === 1
            ? 'Show it as a list'
            : `Show all ${backups.length} as a list`}
      </Button>
      {isShown ? (
        <ul className={styles['list']} aria-label="Backups that are kept">
          {backups.map((backup) => (
            <Listed key={backup.backupId} backup={backup} standing={standing} now={now} isBusy={isBusy} />
          ))}
        </ul>
      ) : null}
    </>
  )
}

interface ListedProps {
  readonly backup: ListedBackup
  readonly standing: Backups
  readonly now: Stamp
  readonly isBusy: boolean
}

function Listed({ backup, standing, now, isBusy }: ListedProps) {
  const { go } = usePlace()
  const { backupId, name, folderName, madeAtMs, bytes, facts, isThere } = backup
  const made = madeWords(madeAtMs, now)
  return (
    <li>
      <div>
        <p className={styles['made']}>{made.charAt(0).toUpperCase() + made.slice(1)}</p>
        <p className={styles['soft']}>
          <bdi>{name}</bdi> in <bdi>{folderName}</bdi>. {factsWords(facts)}; {sizeWords(bytes)}.{' '}
          {standingWords(backup, standing, now)} {aheadWords(backup, now)}
        </p>
      </div>
      {isGone(backup, standing) ? null : (
        <Button
          size="small"
          aria-label={`Try out the backup of ${made}`}
          isDisabled={isBusy || !isThere}
          onPress={() => go({ name: 'backup-trial', backupId })}
        >
          Try it out
        </Button>
      )}
    </li>
  )
}

function standingWords(backup: ListedBackup, standing: Backups, now: Stamp): string {
  const { isThere, drilledAtMs } = backup
  if (isGone(backup, standing)) return 'Not in its folder any more.'
  if (!isThere) return 'Not to be reached now.'
  return drilledAtMs === null ? 'Not tried out yet.' : `Tried out ${madeWords(drilledAtMs, now)}.`
}
