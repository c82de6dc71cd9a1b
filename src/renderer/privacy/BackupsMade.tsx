import { useRead } from '../app/api.ts'
import { pastDay } from '../app/time-words.ts'
import { lastBackup } from '../backup/backup-words.ts'
import styles from './PrivacyScreen.module.css'

interface BackupsMadeProps {
  readonly zone: string
  readonly nowMs: number
}

/** Backups that stand where they were put, as far as that can be reached now. A reviewer is not told of them. */
export function BackupsMade({ zone, nowMs }: BackupsMadeProps) {
  const read = useRead('backups.read', {})
  if (read.status !== 'ready') return null
  const there = read.value.backups.filter(({ isThere }) => isThere)
  const newest = lastBackup(there, { wallMs: nowMs, zone })
  return (
    <div>
      <dt>{there.length === 1 ? 'backup there' : 'backups there'}</dt>
      <dd className={styles['count']}>{there.length.toLocaleString('en')}</dd>
      <dd className={styles['soft']}>
        {newest === undefined
          ? 'No backup that can be reached now.'
          : `${there.length === 1 ? 'It stands where it was written. It is' : 'They stand where they were written. The newest is'} of ${pastDay(newest.madeAtMs, zone, nowMs)}.`}
      </dd>
    </div>
  )
}
