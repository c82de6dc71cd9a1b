/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readLog } from '../../../src/shared/session/log-text.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import {
  createOpenWorld,
  definitely,
  passphrase,
  startSession,
  valueOf,
  type World,
} from '../support/world.ts'
import { weigh } from '../../support/weigh.ts'
import { backUp, ended, openBackupWorld, restore, unlock } from './backup-world.ts'

const privateWords = 'halyard saltmarsh'

/** Makes the record heavier, while nobody has it open. */
async function weighDown(world: World, megabytes: number): Promise<void> {
  await world.get('vault.lock', {})
  const secret = { kind: 'passphrase', secret: passphrase } as const
  const vault = valueOf(await unlockVault(world.paths.vaultDir, secret))
  weigh(vault.record, megabytes)
  vault.close()
  await world.get('vault.unlock', secret)
}

it('a backup that is taken while a session runs and is written to holds the record as it was when it began', async () => {
  const world = await openBackupWorld()
  // So many slices that something is asked between two of them, on however busy a computer.
  await weighDown(world, 8)
  const session = await startSession(world)
  const { sessionId } = session
  const before = await world.get('session.open', { sessionId })
  await world.get('backups.make', {})
  let written = 0
  const isRunning = async () => (await world.get('backups.read', {})).state.stage === 'running'
  // Whatever is asked is answered between two slices, and is on disk before the backup is done.
  while (await isRunning()) {
    await session.act({ type: 'mark', personId: definitely(session.memberIds[0]), mark: 'shared' })
    written += 1
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  expect(written).toBeGreaterThan(1)
  expect(await ended(world)).toMatchObject({ stage: 'done', work: 'making' })
  await session.act({ type: 'end' })
  const [backup] = (await world.get('backups.read', {})).backups
  const folder = join(world.drive, backup?.name ?? '')
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  const after = await world.get('session.open', { sessionId })
  // The console came back to it; everything else is what stood there when the backup began.
  const [events, eventsBefore] = [readLog(after.log), readLog(before.log)]
  expect(events.slice(0, eventsBefore.length)).toEqual(eventsBefore)
  // The console came back to it, and none of the marks was there yet.
  expect(events.slice(eventsBefore.length).map(({ body }) => body.type)).toEqual(['console.returned'])
})

it('no byte of private.db, nor a word of it, is in a backup', async () => {
  const world = await openBackupWorld()
  const { sessionId } = await startSession(world)
  await world.get('session.keep-private-note', { sessionId, text: privateWords })
  const folder = await backUp(world)
  expect(readdirSync(folder).toSorted()).toEqual(['backup.json', 'record.db', 'vault.json'])
  const written = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  const privateDb = readFileSync(join(world.paths.vaultDir, 'private.db'))
  for (let at = 0; at + 64 <= privateDb.length; at += 1_024)
    expect(written.indexOf(privateDb.subarray(at, at + 64)), String(at)).toBe(-1)
  for (const word of privateWords.split(' ')) expect(written.indexOf(word)).toBe(-1)
  // Nobody else may look into it.
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

it('the vault is still locked to another program after a backup was made', async () => {
  const world = await openBackupWorld()
  await backUp(world)
  const script = join(import.meta.dirname, 'open-in-child.ts')
  const { stdout } = spawnSync(process.execPath, [script, world.paths.vaultDir, passphrase], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('in-use')
})

it('making can be cancelled, ends with a lock, and leaves nothing then', async () => {
  const world = await openBackupWorld()
  await world.get('backups.make', {})
  await world.get('backups.cancel', {})
  expect(await ended(world)).toEqual({ stage: 'cancelled', work: 'making' })
  expect(readdirSync(world.drive)).toEqual([])
  world.pushed.length = 0
  await world.get('backups.make', {})
  await world.get('vault.lock', {})
  expect(await ended(world)).toEqual({ stage: 'cancelled', work: 'making' })
  expect(readdirSync(world.drive)).toEqual([])
  // What was written in the meantime goes into the file again, and the next backup is made.
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  world.pushed.length = 0
  expect(readdirSync(await backUp(world))).toHaveLength(3)
})

it('a folder that is gone, that is the vault’s own, or that was never chosen is told', async () => {
  const world = await openBackupWorld()
  rmSync(world.drive, { recursive: true })
  expect(await world.ask('backups.make', {})).toEqual({ ok: false, error: { code: 'not-reachable' } })
  expect(await world.get('backups.read', {})).toMatchObject({ folderName: 'drive', isReachable: false })
  const within = await world.core.run('backups.set-folder', { path: world.paths.vaultDir })
  expect(within).toEqual({ ok: false, error: { code: 'folder-unfit' } })
  const other = await createOpenWorld()
  onTestFinished(() => other.close())
  expect(await other.ask('backups.make', {})).toEqual({ ok: false, error: { code: 'no-folder' } })
})

it('what a crash left of a backup is removed by the next one, and another vault’s is not', async () => {
  const world = await openBackupWorld()
  const { vaultId } = JSON.parse(readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8'))
  const name = 'circlekeeper-backup-2026-11-24-1200'
  const left = [`${name}.making-${vaultId.slice(0, 8)}`, `${name}.removing-${vaultId.slice(0, 8)}`]
  const others = [`${name}.making-00000000`, 'holiday.making-pictures']
  for (const folder of [...left, ...others]) mkdirSync(join(world.drive, folder))
  await backUp(world)
  expect(readdirSync(world.drive)).toEqual(expect.arrayContaining(others))
  expect(readdirSync(world.drive)).toHaveLength(others.length + 1)
})
