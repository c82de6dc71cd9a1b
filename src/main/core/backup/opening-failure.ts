import { backupFailureCodeSchema, type BackupFailureCode } from '../../../shared/ipc/backup-calls.ts'
import type { VaultFailure } from '../vault/vault-failure.ts'

/** What a header or a database that does not open says of the backup that it is from. */
export function codeOfOpening(code: VaultFailure['code'] | BackupFailureCode): BackupFailureCode {
  if (code === 'damaged-header') return 'damaged-backup'
  const known = backupFailureCodeSchema.safeParse(code)
  return known.success ? known.data : 'damaged-record'
}
