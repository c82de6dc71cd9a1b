import type { Backups } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { Notice } from '../ui/Notice.tsx'
import { countedBackups, lastIfGone, madeWords } from './backup-words.ts'

interface BackupGoneProps {
  readonly backups: Backups
  readonly now: Stamp
}

/** The folder is there, and the backup that was made last is not in it. */
export function BackupGone({ backups, now }: BackupGoneProps) {
  const gone = lastIfGone(backups, now)
  if (gone === null) return null
  const made = madeWords(gone.madeAtMs, now)
  const hasOthers = countedBackups(backups).length > 0
  return (
    <Notice
      tone="amber"
      announce="polite"
      title={
        hasOthers
          ? `A later one is not in “${gone.folderName}” any more`
          : 'The folder was emptied, or another drive is in its place'
      }
    >
      <p>
        {hasOthers
          ? `It was made ${made}. Somebody took it away, or another drive is in its place.`
          : `The last backup was made ${made}.`}{' '}
        The record is on this computer, as it was. “Back up now” makes a new one at once.
      </p>
    </Notice>
  )
}
