/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLookout, seeFolder, type SeenFolder } from '../../../src/main/core/backup/lookout.ts'
import { definitely, passphrase } from '../support/world.ts'
import { backUp, ended, openBackupWorld, unlock } from './backup-world.ts'

/** What the computers of tests do not have: a drive that answers nobody, until it is let go. */
function createHangingDrive() {
  const held: (() => void)[] = []
  const drive = {
    isHanging: false,
    asked: 0,
    see: (path: string): Promise<SeenFolder> => {
      drive.asked += 1
      if (!drive.isHanging) return seeFolder(path)
      const { promise, resolve } = Promise.withResolvers<SeenFolder>()
      held.push(() => resolve(seeFolder(path)))
      return promise
    },
    letGo() {
      drive.isHanging = false
      for (const answer of held.splice(0)) answer()
    },
  }
  return drive
}

it('a drive that hangs is said to hang, is asked once, and keeps nobody from the vault', async () => {
  const hanging = createHangingDrive()
  const world = await openBackupWorld(hanging.see)
  await backUp(world)
  hanging.isHanging = true
  hanging.asked = 0
  const silent = { isReachable: false, isSilent: true, backups: [{ isThere: false }] }
  expect(await world.get('backups.read', {})).toMatchObject(silent)
  for (let time = 0; time < 5; time += 1) expect(await world.get('backups.read', {})).toMatchObject(silent)
  expect(hanging.asked).toBe(1)
  expect(await world.ask('backups.make', {})).toEqual({ ok: false, error: { code: 'not-answering' } })
  expect((await world.get('roster.read', {})).groups).toEqual([])
  await world.get('vault.lock', {})
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await world.get('backups.read', {})).toMatchObject(silent)
  expect(hanging.asked).toBe(1)
})

it('a backup on a drive that hangs is not tried out, and holds nobody up', async () => {
  const hanging = createHangingDrive()
  const world = await openBackupWorld(hanging.see)
  await backUp(world)
  const { backupId } = definitely((await world.get('backups.read', {})).backups[0])
  hanging.isHanging = true
  world.pushed.length = 0
  const trial = { backupId, authorPassphrase: passphrase }
  expect(await world.ask('backups.drill', trial)).toEqual({ ok: false, error: { code: 'not-answering' } })
  // It was not gone at: that would have held the core up for as long as the drive hangs.
  expect((await world.get('backups.read', {})).state).toMatchObject({ work: 'making' })
  hanging.letGo()
  await expect.poll(async () => (await world.get('backups.read', {})).isReachable).toBe(true)
  world.pushed.length = 0
  await world.get('backups.drill', trial)
  expect(await ended(world)).toMatchObject({ stage: 'done', work: 'drilling' })
})

it('a folder on a drive that hangs is not chosen, and holds nobody up', async () => {
  const hanging = createHangingDrive()
  const world = await openBackupWorld(hanging.see)
  const chosen = (await world.get('backups.read', {})).folderName
  hanging.isHanging = true
  const path = join(world.folder, 'hanging')
  mkdirSync(path)
  const choosing = world.core.run('backups.set-folder', { path })
  expect(await choosing).toEqual({ ok: false, error: { code: 'not-answering' } })
  hanging.letGo()
  expect(await world.get('backups.read', {})).toMatchObject({ folderName: chosen })
})

it('once it answers the windows are told, and what is due is made', async () => {
  const hanging = createHangingDrive()
  const world = await openBackupWorld(hanging.see)
  hanging.isHanging = true
  await world.core.beat()
  await world.get('backups.read', {})
  await world.core.beat()
  const sinceMs = world.clock.read().wallMs
  const lastFailure = { code: 'not-answering', sinceMs }
  expect(await world.get('backups.read', {})).toMatchObject({ isSilent: true, lastFailure })
  world.pushed.length = 0
  hanging.letGo()
  expect(await ended(world)).toEqual({ stage: 'idle' })
  expect(await world.get('backups.read', {})).toMatchObject({ isReachable: true, isSilent: false })
  world.clock.pass(120_000)
  world.pushed.length = 0
  await world.core.beat()
  await world.get('backups.read', {})
  await world.core.beat()
  expect(await ended(world)).toMatchObject({ stage: 'done', work: 'making' })
  expect(await world.get('backups.read', {})).toMatchObject({ lastFailure: null })
})

it('a drive that always answers late still gets its backup, though no window asks', async () => {
  const slow = createHangingDrive()
  const world = await openBackupWorld(slow.see)
  slow.isHanging = true
  const failure = async () => {
    await world.core.beat()
    return (await world.get('backups.read', {})).lastFailure?.code
  }
  await expect.poll(failure).toBe('not-answering')
  slow.letGo()
  slow.isHanging = true
  const madeAfterBeat = async () => {
    await world.core.beat()
    return readdirSync(world.drive)
  }
  await expect.poll(madeAfterBeat).toEqual([expect.stringMatching(/^circlekeeper-backup-[-\d]+$/)])
})

it('whoever asks again for a folder that hangs waits for nothing', async () => {
  const lookout = createLookout(
    () => Promise.withResolvers<SeenFolder>().promise,
    () => undefined,
  )
  expect(await lookout.look('/drives/0')).toBeNull()
  const turnOver = new Promise<string>((resolve) => void setImmediate(resolve, 'the turn is over'))
  expect(await Promise.race([lookout.look('/drives/0'), turnOver])).toBeNull()
})

it('folders that hang leave the computer a thread for its own files', async () => {
  let asked = 0
  const lookout = createLookout(
    () => {
      asked += 1
      return Promise.withResolvers<SeenFolder>().promise
    },
    () => undefined,
  )
  const looks = Array.from({ length: 12 }, (_, index) => lookout.look(`/drives/${index}`))
  expect(await Promise.all(looks)).toEqual(looks.map(() => null))
  expect(asked).toBe(3)
})
