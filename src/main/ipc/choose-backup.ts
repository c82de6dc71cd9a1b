import type { Backups, OfferedBackup } from '../../shared/ipc/backup-calls.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import { succeed, type Result } from '../../shared/result.ts'
import type { CoreClient } from '../core-client.ts'

/** The calls about backups that need a dialog: no window ever names a path. Null when nobody chose anything. */
export interface BackupChoice {
  /** The folder that backups go to. */
  folder(): Promise<Result<Backups | null, Failure>>
  /** The backup that is to be restored. */
  toRestore(): Promise<Result<OfferedBackup | null, Failure>>
}

export function createBackupChoice(
  core: Pick<CoreClient, 'run'>,
  chooseFolder: (title: string, button: string) => Promise<string | null>,
): BackupChoice {
  return {
    async folder() {
      const path = await chooseFolder('Choose the folder for backups', 'Use this folder')
      return path === null ? succeed(null) : core.run('backups.set-folder', { path })
    },
    async toRestore() {
      const path = await chooseFolder('Choose the backup to restore', 'Look at this backup')
      return path === null ? succeed(null) : core.run('backups.offer', { path })
    },
  }
}
