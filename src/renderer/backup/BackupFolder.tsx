import { FolderInput } from 'lucide-react'
import { backupScheduleSchema, type Backups, type BackupSchedule } from '../../shared/ipc/backup-calls.ts'
import { useAct } from '../app/api.ts'
import { FailureNotice } from '../app/FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './BackupPart.module.css'

const names: Readonly<Record<BackupSchedule, string>> = {
  off: 'Only by hand',
  daily: 'Every day',
  weekly: 'Every week',
}
const schedules = backupScheduleSchema.options.map((id) => ({ id, name: names[id] }))

/** Where backups go and how often. Main's dialog asks for the folder. */
export function BackupFolder({ backups: { folderName, schedule, state } }: { readonly backups: Backups }) {
  const { act, isBusy, failure } = useAct()
  return (
    <div className={styles['where']}>
      {folderName === null ? null : (
        <p>
          Into <bdi className={styles['folder']}>{folderName}</bdi>
        </p>
      )}
      <Button
        icon={FolderInput}
        {...(folderName === null ? { size: 'large' as const } : { size: 'small' as const })}
        isDisabled={isBusy || state.stage === 'running'}
        onPress={() => void act('backups.choose-folder', {})}
      >
        {folderName === null ? 'Choose a folder for backups' : 'Choose another folder'}
      </Button>
      {folderName === null ? null : (
        <div className={styles['often']}>
          <Segments
            label="How often a backup is made"
            options={schedules}
            selected={schedule}
            onSelect={(chosen) => void act('backups.set-schedule', { schedule: chosen })}
          />
        </div>
      )}
      <FailureNotice failure={failure} />
    </div>
  )
}
