import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ended } from '../backup/backup-world.ts'
import { createReviewedWorld, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { definitely, valueOf } from '../support/world.ts'

/** A vault that the program wrote, as it lies on the disk, for a reader that knows the document alone. */
export interface VaultToRead extends Pick<ReviewedWorld, 'world' | 'session'> {
  /** A copy from when the console was open: what was written last is in the write-ahead logs alone. */
  readonly openFolder: string
  readonly lockedFolder: string
  readonly backupFolder: string
}

/** Makes one with a record note, a private and a signed one, a reviewer and a backup, and locks it. */
export async function makeVaultToRead(): Promise<VaultToRead> {
  const { world, session } = await createReviewedWorld()
  const drive = join(world.folder, 'drive')
  mkdirSync(drive)
  const openFolder = join(world.folder, 'open')
  cpSync(world.paths.vaultDir, openFolder, { recursive: true })
  valueOf(await world.core.run('backups.set-folder', { path: drive }))
  await world.get('backups.make', {})
  const { stage } = await ended(world)
  if (stage !== 'done') throw new Error(stage)
  await world.get('vault.lock', {})
  const backupFolder = join(drive, definitely(readdirSync(drive)[0]))
  return { world, session, openFolder, lockedFolder: world.paths.vaultDir, backupFolder }
}
