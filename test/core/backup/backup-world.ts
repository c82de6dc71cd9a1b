import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { BackupState, OfferedBackup } from '../../../src/shared/ipc/backup-calls.ts'
import type { Result } from '../../../src/shared/result.ts'
import type { Failure } from '../../../src/shared/ipc/failure.ts'
import type { OutputOf } from '../../../src/shared/ipc/contract.ts'
import type { SeeFolder } from '../../../src/main/core/backup/lookout.ts'
import { createOpenWorld, definitely, passphrase, valueOf, type World } from '../support/world.ts'

/** A world whose vault is open, and whose backups go to a folder of their own. */
export interface BackupWorld extends World {
  readonly drive: string
}

export async function openBackupWorld(seeFolder?: SeeFolder): Promise<BackupWorld> {
  const world = await createOpenWorld(undefined, seeFolder)
  onTestFinished(() => world.close())
  const drive = join(world.folder, 'drive')
  mkdirSync(drive)
  valueOf(await world.core.run('backups.set-folder', { path: drive }))
  return { ...world, drive }
}

/** How the work that runs has ended. */
export async function ended(world: World): Promise<BackupState> {
  for (;;) {
    const states = world.pushed.flatMap(({ name, push }) => (name === 'backups.changed' ? [push] : []))
    const last = states.at(-1)
    if (last !== undefined && last.stage !== 'running') return last
    // oxlint-disable-next-line no-await-in-loop -- until it has
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
}

/** Makes a backup and answers its folder. */
export async function backUp(world: BackupWorld): Promise<string> {
  const before = new Set(existsSync(world.drive) ? readdirSync(world.drive) : [])
  await world.get('backups.make', {})
  const state = await ended(world)
  if (state.stage !== 'done') throw new Error(JSON.stringify(state))
  const name = definitely(readdirSync(world.drive).find((one) => !before.has(one)))
  return join(world.drive, name)
}

/** Two beats, of which the first has the folder looked at, and the backup that they may have begun. */
export async function beat(world: BackupWorld): Promise<void> {
  world.pushed.length = 0
  await world.core.beat()
  // What it answers with is what the first beat has had looked at.
  await world.get('backups.read', {})
  await world.core.beat()
  if (world.pushed.some(({ name }) => name === 'backups.changed')) await ended(world)
}

export function offer(world: World, folder: string): Promise<Result<OfferedBackup, Failure>> {
  return world.core.run('backups.offer', { path: folder })
}

type Restore = Awaited<ReturnType<typeof restoreWith>>

async function restoreWith(
  world: World,
  folder: string,
  input: { secret?: string; kind?: 'passphrase' | 'recovery'; maySetPrivateNotesAside?: boolean },
): Promise<Result<OutputOf<'backups.restore'>, Failure>> {
  const offered = await offer(world, folder)
  if (!offered.ok) return offered
  const { token } = offered.value
  const secret = { kind: 'passphrase', secret: passphrase } as const
  return world.ask('backups.restore', { token, maySetPrivateNotesAside: false, ...secret, ...input })
}

/** Chooses a backup and restores it, with the passphrase that every world has unless another is given. */
export async function restore(
  world: World,
  folder: string,
  input: Parameters<typeof restoreWith>[2] = {},
): Promise<Restore> {
  return restoreWith(world, folder, input)
}

export async function unlock(world: World, secret = passphrase): Promise<Result<null, Failure>> {
  return world.ask('vault.unlock', { kind: 'passphrase', secret })
}
