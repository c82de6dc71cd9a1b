/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOpenWorld, passphrase, recoveryCode, valueOf } from '../support/world.ts'
import { backUp, beat, ended, openBackupWorld, unlock, type BackupWorld } from './backup-world.ts'

const dayMs = 86_400_000

it('a backup is made every day once a folder was chosen, every week where that is wished, and never when it is off', async () => {
  const world = await openBackupWorld()
  const made = () => readdirSync(world.drive).length
  expect(await world.get('backups.read', {})).toMatchObject({ schedule: 'daily', isReachable: true })
  await beat(world)
  expect(made()).toBe(1)
  await beat(world)
  expect(made()).toBe(1)
  world.clock.pass(dayMs)
  await beat(world)
  expect(made()).toBe(2)
  await world.get('backups.set-schedule', { schedule: 'weekly' })
  world.clock.pass(6 * dayMs)
  await beat(world)
  expect(made()).toBe(2)
  world.clock.pass(dayMs)
  await beat(world)
  expect(made()).toBe(3)
  await world.get('backups.set-schedule', { schedule: 'off' })
  world.clock.pass(30 * dayMs)
  await beat(world)
  expect(made()).toBe(3)
})

it('a drive that is not there is told with since when, and used again when it is back', async () => {
  const world = await openBackupWorld()
  const away = join(world.folder, 'unplugged')
  renameSync(world.drive, away)
  await beat(world)
  const sinceMs = world.clock.read().wallMs
  const failure = { code: 'not-reachable', sinceMs }
  expect(await world.get('backups.read', {})).toMatchObject({ isReachable: false, lastFailure: failure })
  world.clock.pass(120_000)
  await beat(world)
  expect(await world.get('backups.read', {})).toMatchObject({ lastFailure: failure })
  renameSync(away, world.drive)
  world.clock.pass(120_000)
  await beat(world)
  expect(await world.get('backups.read', {})).toMatchObject({
    lastFailure: null,
    backups: [{ isThere: true }],
  })
})

it('what was seen of the drive before the computer slept says nothing of it after', async () => {
  const world = await openBackupWorld()
  const away = join(world.folder, 'unplugged')
  renameSync(world.drive, away)
  await world.core.beat()
  await world.get('backups.read', {})
  renameSync(away, world.drive)
  world.clock.sleep(dayMs)
  await beat(world)
  expect(await world.get('backups.read', {})).toMatchObject({
    lastFailure: null,
    backups: [{ isThere: true }],
  })
})

it('a clock that was set back makes one due today, and not at every look until its day has come again', async () => {
  const world = await openBackupWorld()
  const made = () => readdirSync(world.drive).length
  world.clock.moveWall(30 * dayMs)
  await beat(world)
  expect(made()).toBe(1)
  world.clock.moveWall(-30 * dayMs)
  world.clock.pass(3_600_001)
  await beat(world)
  const names = readdirSync(world.drive)
  expect(names).toHaveLength(2)
  // Rotating would take an older one of the same day away: the names say whether one was made.
  for (let hour = 0; hour < 3; hour += 1) {
    world.clock.pass(3_600_001)
    await beat(world)
    expect(readdirSync(world.drive)).toEqual(names)
  }
  world.clock.pass(dayMs)
  await beat(world)
  expect(made()).toBe(3)
})

it('none is made before 1980, by itself or by hand, and is once the clock is set', async () => {
  const world = await openBackupWorld()
  const byMs = world.clock.read().wallMs - 15 * 60_000
  world.clock.moveWall(-byMs)
  await beat(world)
  expect(await world.ask('backups.make', {})).toEqual({ ok: false, error: { code: 'clock-unset' } })
  expect(readdirSync(world.drive)).toEqual([])
  world.clock.moveWall(byMs)
  await beat(world)
  expect(readdirSync(world.drive)).toHaveLength(1)
})

it('rotating takes away folders of this vault’s backups alone, whatever they are called', async () => {
  const world = await openBackupWorld()
  const other = await createOpenWorld()
  await other.core.run('backups.set-folder', { path: world.drive })
  await other.get('backups.make', {})
  await ended(other)
  await other.close()
  const strangers = readdirSync(world.drive)
  mkdirSync(join(world.drive, 'circlekeeper-backup-2020-01-01-0000'))
  writeFileSync(join(world.drive, 'circlekeeper-backup-2020-01-01-0000', 'letter.txt'), 'Dear all')
  strangers.push('circlekeeper-backup-2020-01-01-0000')
  const made: string[] = []
  for (let day = 0; day < 12; day += 1) {
    world.pushed.length = 0
    made.push(await backUp(world))
    world.clock.pass(dayMs)
  }
  const names = readdirSync(world.drive)
  expect(names).toEqual(expect.arrayContaining(strangers))
  // Twelve days: the last seven, and the newest of the week before them.
  const left = names.filter((name) => !strangers.includes(name))
  expect(left.length).toBeLessThan(12)
  expect(
    made
      .slice(-7)
      .map((path) => path.slice(world.drive.length + 1))
      .every((name) => left.includes(name)),
  ).toBe(true)
  const listed = (await world.get('backups.read', {})).backups.map(({ name }) => name)
  expect(listed.toSorted()).toEqual(left.toSorted())
})

it('a restored vault knows the backups of its folder again', async () => {
  const world = await openBackupWorld()
  await backUp(world)
  world.pushed.length = 0
  world.clock.pass(60_000)
  const second = await backUp(world)
  await world.get('vault.lock', {})
  const offered = await world.core.run('backups.offer', { path: second })
  const token = offered.ok ? offered.value.token : ''
  const secret = { kind: 'recovery', secret: recoveryCode } as const
  await world.get('backups.restore', { token, ...secret, maySetPrivateNotesAside: false })
  await unlock(world, passphrase)
  // The second is not in the record that it holds.
  expect((await world.get('backups.read', {})).backups).toHaveLength(1)
  await world.core.run('backups.set-folder', { path: world.drive })
  expect((await world.get('backups.read', {})).backups).toHaveLength(2)
})

it('the backups tell which of them stand in the folder that is chosen', async () => {
  const world = await openBackupWorld()
  await beat(world)
  const other = join(world.folder, 'other')
  mkdirSync(other)
  valueOf(await world.core.run('backups.set-folder', { path: other }))
  expect(await world.get('backups.read', {})).toMatchObject({ backups: [{ isInChosenFolder: false }] })
  world.clock.pass(1_000)
  await beat(world)
  expect((await world.get('backups.read', {})).backups.map((one) => one.isInChosenFolder)).toEqual([
    true,
    false,
  ])
})

function emptyDrive({ drive }: BackupWorld): void {
  for (const name of readdirSync(drive)) rmSync(join(drive, name), { recursive: true })
}

describe('a backup that is gone from its folder', () => {
  it('keeps none from being made, and is looked for each hour', async () => {
    const world = await openBackupWorld()
    await world.get('backups.set-schedule', { schedule: 'weekly' })
    await beat(world)
    // What was made is waited for no more.
    world.clock.pass(3_600_001)
    await beat(world)
    emptyDrive(world)
    await beat(world)
    expect(readdirSync(world.drive)).toEqual([])
    world.clock.pass(3_600_001)
    await beat(world)
    const made = readdirSync(world.drive)
    expect(made).toHaveLength(1)
    world.clock.pass(3_600_001)
    await beat(world)
    expect(readdirSync(world.drive)).toEqual(made)
    expect((await world.get('backups.read', {})).backups.map(({ isThere }) => isThere)).toEqual([true, false])
  })

  it('is looked for as soon as the vault is open', async () => {
    const world = await openBackupWorld()
    await beat(world)
    await world.get('vault.lock', {})
    emptyDrive(world)
    await unlock(world)
    await beat(world)
    expect(readdirSync(world.drive)).toHaveLength(1)
  })

  it('counts again where its drive is back before another was made', async () => {
    const world = await openBackupWorld()
    await beat(world)
    world.clock.pass(3_600_001)
    const other = join(world.folder, 'unplugged')
    renameSync(world.drive, other)
    mkdirSync(world.drive)
    // One beat has it looked at.
    await world.core.beat()
    await world.get('backups.read', {})
    rmSync(world.drive, { recursive: true })
    renameSync(other, world.drive)
    const names = readdirSync(world.drive)
    world.clock.pass(60_001)
    await beat(world)
    await beat(world)
    expect(readdirSync(world.drive)).toEqual(names)
  })

  it('is no failure where its drive is away and none is due', async () => {
    const world = await openBackupWorld()
    await beat(world)
    renameSync(world.drive, join(world.folder, 'unplugged'))
    world.clock.pass(3_600_001)
    await beat(world)
    await beat(world)
    expect(await world.get('backups.read', {})).toMatchObject({ isReachable: false, lastFailure: null })
  })
})
