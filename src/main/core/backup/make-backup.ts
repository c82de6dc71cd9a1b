import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupIdSchema } from '../../../shared/ids.ts'
import type { BackupFailureCode } from '../../../shared/ipc/backup-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { sha256, type Random } from '../effects.ts'
import { readHeader } from '../vault/header.ts'
import { recordMigrations } from '../vault/migrations/record-migrations.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { databasePath, folderMode, headerPath, syncFolder, writeNewFile } from '../vault/vault-files.ts'
import { labelPath, newBackupName, readBackup, removeUnfinished, unfinishedName } from './backup-files.ts'
import type { StoredBackup } from './backup-repository.ts'
import { copySlices, hashSlices, readingFile } from './copy-slices.ts'
import { readFacts } from './facts.ts'
import { isSealed, makeLabel, writeLabel } from './label.ts'
import type { Task } from './task.ts'

export interface Making {
  readonly vault: OpenVault
  readonly vaultDir: string
  /** Where the backup's own folder is put. */
  readonly folder: string
  readonly clock: Clock
  readonly random: Random
  readonly task: Task
}

/**
 * Copies the record as it is at this moment, and the header that opens it, into a folder of its own; what is written to the
 * record meanwhile goes on undisturbed and is not in it. Every byte is read back before the folder gets its name, so one
 * that bears it is whole. Throws the file system's errors and `Cancelled`, and then leaves nothing behind.
 */
export async function makeBackup(
  making: Making,
): Promise<Result<StoredBackup, { readonly code: BackupFailureCode }>> {
  const { vault, vaultDir, folder, clock } = making
  // Where it is gone, it is no fault of the folder that the backup goes to.
  vault.header.putBack()
  const headerText = readFileSync(headerPath(vaultDir))
  const header = readHeader(headerText.toString())
  // Somebody has changed it under an open vault: nothing could open the backup.
  if (!header.ok) return fail({ code: 'damaged-record' })
  const { vaultId } = header.value
  removeUnfinished(folder, vaultId)
  const { wallMs: madeAtMs, zone } = clock.read()
  const name = newBackupName(folder, madeAtMs, zone)
  const unfinished = join(folder, unfinishedName(name, vaultId, 'making'))
  mkdirSync(unfinished, { mode: folderMode })
  try {
    const written = await writeParts(making, { unfinished, headerText, vaultId, madeAtMs })
    syncFolder(unfinished)
    const verified = await verify(making, unfinished)
    if (!verified.ok) return verified
    renameSync(unfinished, join(folder, name))
    syncFolder(folder)
    const backupId = backupIdSchema.parse(making.random.uuid())
    return succeed({
      backupId,
      folder,
      name,
      madeAtMs,
      verifiedAtMs: clock.read().wallMs,
      drilledAtMs: null,
      ...written,
    })
  } finally {
    // It has its name, or goes.
    if (existsSync(unfinished)) rmSync(unfinished, { recursive: true, force: true })
  }
}

interface Parts {
  readonly unfinished: string
  readonly headerText: Buffer
  readonly vaultId: string
  readonly madeAtMs: number
}

async function writeParts(
  { vault, task }: Making,
  { unfinished, headerText, vaultId, madeAtMs }: Parts,
): Promise<Pick<StoredBackup, 'bytes' | 'facts'>> {
  const { record, recordFile } = vault
  const bytes = recordFile.hold()
  // Read in the same moment, so that they are of what is copied.
  const facts = readFacts(record)
  let digest: string
  try {
    const source = { bytes, read: (into: Buffer, at: number) => recordFile.read(into, at) }
    digest = await copySlices(source, databasePath(unfinished, 'record'), task)
  } finally {
    recordFile.letChange()
  }
  writeNewFile(headerPath(unfinished), headerText.toString())
  const headerDigest = Buffer.from(sha256(headerText)).toString('hex')
  const files = {
    record: { bytes, sha256: digest },
    header: { bytes: headerText.length, sha256: headerDigest },
  }
  const schema = recordMigrations.length
  const label = makeLabel({ vaultId, madeAtMs, schema, files, facts }, recordFile.backupKey)
  const text = writeLabel(label)
  writeNewFile(labelPath(unfinished), text)
  return { bytes: bytes + headerText.length + Buffer.byteLength(text), facts }
}

/** Reads back what was written, as whoever restores it will. */
async function verify(
  { vault, task }: Making,
  unfinished: string,
): Promise<Result<null, { readonly code: BackupFailureCode }>> {
  const found = readBackup(unfinished)
  if (!found.ok) return found
  const { label } = found.value
  const { bytes, sha256: digest } = label.files.record
  const readBack = await readingFile(databasePath(unfinished, 'record'), bytes, (source) =>
    hashSlices(source, task),
  )
  task.check()
  const isRight = readBack === digest && isSealed(label, vault.recordFile.backupKey)
  return isRight ? succeed(null) : fail({ code: 'damaged-backup' })
}
