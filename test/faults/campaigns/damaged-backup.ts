import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBackup } from '../../../src/main/core/backup/backup-files.ts'
import { failureOf } from '../../../src/main/core/backup/bench.ts'
import { copyRecord, readLogs, withCopy } from '../../../src/main/core/backup/open-copy.ts'
import { withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import { succeed } from '../../../src/shared/result.ts'
import { ended } from '../../core/backup/backup-world.ts'
import { createKeptWorld } from '../../core/retention/kept-world.ts'
import { definitely, valueOf } from '../../core/support/world.ts'
import type { Dice } from '../../properties/dice.ts'
import type { Finding } from './campaign.ts'
import type { Harm } from './damage.ts'
import { bySecret } from './damaged-vault.ts'

const backupFiles = ['backup.json', 'vault.json', 'record.db'] as const
type BackupFile = (typeof backupFiles)[number]
type BackupBytes = ReadonlyMap<BackupFile, Buffer>

/** A backup to damage, and an earlier one of the same vault, under the same keys. */
export interface MadeBackup {
  readonly files: BackupBytes
  readonly older: BackupBytes
  readonly recordKey: Buffer
}

export async function makeBackupToDamage(): Promise<MadeBackup> {
  const { world, shared } = await createKeptWorld()
  const drive = join(world.folder, 'drive')
  mkdirSync(drive)
  const backUp = async (): Promise<BackupBytes> => {
    world.pushed.length = 0
    const before = new Set(readdirSync(drive))
    await world.get('backups.make', {})
    await ended(world)
    const folder = join(drive, definitely(readdirSync(drive).find((name) => !before.has(name))))
    return new Map(backupFiles.map((name) => [name, readFileSync(join(folder, name))]))
  }
  try {
    await world.core.run('backups.set-folder', { path: drive })
    const older = await backUp()
    await world.get('session.record-note', { sessionId: shared.sessionId, text: 'later '.repeat(1_000) })
    const files = await backUp()
    const recordKey = valueOf(
      await withKeys(world.paths.vaultDir, bySecret, ({ record }) => succeed(Buffer.from(record))),
    )
    return { files, older, recordKey }
  } finally {
    await world.close()
  }
}

/** What is said of a backup whose bytes are not those that were written. Each has a screen of its own. */
const named = new Set([
  'damaged-backup',
  'cut-backup',
  'not-a-backup',
  'newer-version',
  'weakened',
  'damaged-record',
])

/** Harms one file of a backup, and reads it as a drill and a restore do. It is found, whatever the byte, or it counts. */
export async function harmBackup(
  dice: Dice,
  harm: Harm,
  backup: MadeBackup,
): Promise<readonly [Finding, string] | null> {
  const file = dice.pick(backupFiles)
  const bytes = definitely(backup.files.get(file))
  // A label has no pages, as a header has none.
  const kind = file === 'backup.json' ? 'vault.json' : file
  const { bytes: harmed, words } = harm(dice, bytes, backup.older.get(file), kind)
  if (harmed.equals(bytes)) return null
  const told = await readHarmed(new Map(backup.files).set(file, harmed), backup.recordKey)
  if (named.has(told)) return null
  return [told === 'threw' ? 'crashes' : 'wrongAnswers', `a backup's ${file}: ${words}: ${told}`]
}

async function readHarmed(files: BackupBytes, recordKey: Buffer): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  const [folder, scratch] = [join(home, 'backup'), join(home, 'scratch')]
  const task = { check: () => undefined, tell: () => undefined }
  try {
    for (const path of [folder, scratch]) mkdirSync(path)
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    const found = readBackup(folder)
    if (!found.ok) return found.error.code
    const copied = await copyRecord(found.value, scratch, task)
    if (!copied.ok) return copied.error.code
    const read = await withCopy(found.value, scratch, recordKey, task, (database) =>
      readLogs(found.value, database, task),
    )
    return read.ok ? 'taken for whole' : read.error.code
  } catch (error) {
    return codeOrThrew(error)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function codeOrThrew(error: unknown): string {
  try {
    return failureOf(error)
  } catch {
    return 'threw'
  }
}
