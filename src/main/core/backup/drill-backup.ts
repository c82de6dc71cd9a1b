import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupFailureCode, DrillFound } from '../../../shared/ipc/backup-calls.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { writeHeader } from '../vault/header.ts'
import type { Secret } from '../vault/key-slots.ts'
import { withKeys } from '../vault/unlock-vault.ts'
import { headerPath, writeNewFile } from '../vault/vault-files.ts'
import { readBackup } from './backup-files.ts'
import { copyRecord, readLogs, withCopy } from './open-copy.ts'
import { codeOfOpening } from './opening-failure.ts'
import type { Task } from './task.ts'

export interface Drill {
  readonly vaultDir: string
  readonly backupDir: string
  /** The author's, of the time at which the backup was made. */
  readonly secret: Secret
  readonly task: Task
}

/**
 * Restores a backup into a scratch vault beside the vault, opens it with its own keys, reads every page and checks every
 * log, and throws the scratch away. Nothing of the vault is touched. Throws the file system's errors and `Cancelled`.
 */
export async function drillBackup({
  vaultDir,
  backupDir,
  secret,
  task,
}: Drill): Promise<Result<DrillFound, { readonly code: BackupFailureCode }>> {
  const found = readBackup(backupDir)
  if (!found.ok) return found
  const backup = found.value
  // Only its owner can look into a folder that is made like this.
  const scratch = mkdtempSync(scratchPrefix(vaultDir))
  try {
    writeNewFile(headerPath(scratch), writeHeader(backup.header))
    const copied = await copyRecord(backup, scratch, task)
    if (!copied.ok) return copied
    const read = await withKeys(scratch, secret, async (keys) => {
      task.check()
      return withCopy(backup, scratch, keys.record, task, (database) => readLogs(backup, database, task))
    })
    return read.ok ? read : fail({ code: codeOfOpening(read.error.code) })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** What a crash in the middle of a drill has left beside the vault. */
export function removeScratch(vaultDir: string): void {
  const parent = dirname(vaultDir)
  for (const name of readdirSync(parent))
    if (name.startsWith(basename(scratchPrefix(vaultDir))))
      rmSync(join(parent, name), { recursive: true, force: true })
}

function scratchPrefix(vaultDir: string): string {
  return `${vaultDir}.drill-`
}
