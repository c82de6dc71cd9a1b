import type { Backups } from '../../shared/ipc/backup-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import {
  aheadWords,
  countedBackups,
  factsWords,
  lastBackup,
  madeWords,
  noneWords,
  sizeWords,
} from './backup-words.ts'
import styles from './BackupPart.module.css'

interface LastBackupProps {
  readonly backups: Backups
  readonly now: Stamp
}

/** When the last backup was made, and what is in it. */
export function LastBackup({ backups, now }: LastBackupProps) {
  const newest = lastBackup(countedBackups(backups), now)
  if (newest === undefined) {
    return (
      <div>
        <p className={styles['last']}>{noneWords(backups)}</p>
        <p className={styles['soft']}>
          If this computer is lost or breaks, the record goes with it. A backup is encrypted as the vault is,
          and opens with the same passphrase and recovery code. Keep it on a drive that does not stay with
          this computer.
        </p>
      </div>
    )
  }
  const { madeAtMs, bytes, facts, drilledAtMs } = newest
  return (
    <div>
      <p className={styles['last']}>Last backup {madeWords(madeAtMs, now)}</p>
      <p className={styles['soft']}>
        {factsWords(facts)}; {sizeWords(bytes)}. Read back from its folder, byte for byte
        {drilledAtMs === null ? '.' : `, and tried out ${madeWords(drilledAtMs, now)}.`}{' '}
        {aheadWords(newest, now)}
      </p>
    </div>
  )
}
