import { Archive } from 'lucide-react'
import type { Backups } from '../../shared/ipc/backup-calls.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { useRead } from '../app/api.ts'
import { usePlace } from '../app/navigation.tsx'
import { RowButton } from '../today/RowButton.tsx'
import styles from './BackupLine.module.css'
import { backupConcern, countedBackups, lastBackup, madeWords, noneWords } from './backup-words.ts'
import { useFreshBackups } from './use-backups.ts'
import { makeFailureWords } from './work-failures.ts'

interface BackupLineProps {
  readonly sessions: readonly SessionSummary[]
  readonly now: Stamp
}

/** One quiet line when backups do not go as they should; it leads to where they are. */
export function BackupLine({ sessions, now }: BackupLineProps) {
  useFreshBackups()
  const backups = useRead('backups.read', {})
  const { go } = usePlace()
  // Before the first session is over there is hardly anything to lose.
  if (backups.status !== 'ready' || sessions.every(({ stage }) => stage !== 'ended')) return null
  const words = concernWords(backups.value, now)
  if (words === null) return null
  return (
    <RowButton className={styles['line'] ?? ''} onPress={() => go({ name: 'vault' })}>
      <Archive aria-hidden size={16} strokeWidth={1.75} />
      <span>
        <span className={styles['strong']}>{words[0]}</span> {words[1]}
      </span>
    </RowButton>
  )
}

function concernWords(backups: Backups, now: Stamp): readonly [string, string] | null {
  const newest = lastBackup(countedBackups(backups), now)
  const last =
    newest === undefined
      ? `${noneWords(backups)}.`
      : `The last backup was ${madeWords(newest.madeAtMs, now)}.`
  switch (backupConcern(backups, now)) {
    case 'no-folder':
      return [last, 'Choose a folder for them: what is here is on this computer alone.']
    case 'late':
      return [
        last,
        backups.isReachable
          ? 'The next one is made while the vault is open.'
          : backups.isSilent
            ? `The folder “${backups.folderName ?? ''}” does not answer. The next one is made once it does.`
            : `Plug in the drive with the folder “${backups.folderName ?? ''}”, and the next one is made by itself.`,
      ]
    case 'gone':
      return [last, 'The next one is made within the hour, while the vault is open.']
    case 'failed':
      return [last, backups.lastFailure === null ? '' : makeFailureWords(backups.lastFailure.code).happened]
    case null:
      return null
  }
}
