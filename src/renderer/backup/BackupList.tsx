import { useState } from 'react'
import type { ListedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { usePlace } from '../app/navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { aheadWords, factsWords, madeWords, sizeWords } from './backup-words.ts'
import styles from './BackupPart.module.css'

interface BackupListProps {
  /** Newest first. */
  readonly backups: readonly ListedBackup[]
  readonly now: Stamp
  readonly isBusy: boolean
}

/** Each backup that is kept, for whoever looks for an older one. */
export function BackupList({ backups, now, isBusy }: BackupListProps) {
  const [isShown, setShown] = useState(false)
  const { go } = usePlace()
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
          {backups.map((backup) => {
            const made = madeWords(backup.madeAtMs, now)
            return (
              <li key={backup.backupId}>
                <div>
                  <p className={styles['made']}>{made.charAt(0).toUpperCase() + made.slice(1)}</p>
                  <p className={styles['soft']}>
                    <bdi>{backup.name}</bdi> in <bdi>{backup.folderName}</bdi>. {factsWords(backup.facts)};{' '}
                    {sizeWords(backup.bytes)}. {standingWords(backup, now)} {aheadWords(backup, now)}
                  </p>
                </div>
                <Button
                  size="small"
                  aria-label={`Try out the backup of ${made}`}
                  isDisabled={isBusy || !backup.isThere}
                  onPress={() => go({ name: 'backup-trial', backupId: backup.backupId })}
                >
                  Try it out
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}

function standingWords({ isThere, drilledAtMs }: ListedBackup, now: Stamp): string {
  if (!isThere) return 'Not to be reached now.'
  return drilledAtMs === null ? 'Not tried out yet.' : `Tried out ${madeWords(drilledAtMs, now)}.`
}
