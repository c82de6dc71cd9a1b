/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { passphrase, recoveryCode, valueOf } from '../support/world.ts'
import { renewed } from '../joints/joint-world.ts'
import { backUp, beat, openBackupWorld, restore, unlock, type BackupWorld } from './backup-world.ts'

const dayMs = 86_400_000

async function backUpNow(world: BackupWorld): Promise<string> {
  world.pushed.length = 0
  return basename(await backUp(world))
}

async function backUpDaily(world: BackupWorld, days: number): Promise<string[]> {
  const names: string[] = []
  for (let day = 0; day < days; day += 1) {
    names.push(await backUpNow(world))
    world.clock.pass(dayMs)
  }
  return names
}

/** The names of those that are on the list, in its order. */
async function listed(world: BackupWorld): Promise<string[]> {
  return (await world.get('backups.read', {})).backups.map(({ name }) => name)
}

it('the backup just made stays and comes first, however far the clock was set back, and none is made each hour', async () => {
  for (const backMs of [2 * 3_600_000, 9 * dayMs, 11 * dayMs, 400 * dayMs]) {
    const world = await openBackupWorld()
    await backUpDaily(world, 21)
    world.clock.moveWall(-backMs)
    const made = await backUpNow(world)
    expect(readdirSync(world.drive), String(backMs)).toContain(made)
    expect((await listed(world))[0]).toBe(made)
    const names = readdirSync(world.drive)
    for (let hour = 0; hour < 3; hour += 1) {
      world.clock.pass(3_600_001)
      await beat(world)
      expect(readdirSync(world.drive)).toEqual(names)
    }
  }
})

it('of two on one day the one made last stays, though the clock was set back between them', async () => {
  const world = await openBackupWorld()
  await backUpNow(world)
  world.clock.moveWall(-2 * 3_600_000)
  const last = await backUpNow(world)
  expect(readdirSync(world.drive)).toEqual([last])
})

it('one made while the clock stood days ahead keeps none of those days from having its own', async () => {
  const world = await openBackupWorld()
  world.clock.moveWall(5 * dayMs)
  await beat(world)
  const [ahead] = readdirSync(world.drive)
  world.clock.moveWall(-5 * dayMs)
  world.clock.pass(3_600_001)
  await beat(world)
  for (let day = 1; day <= 7; day += 1) {
    world.clock.pass(dayMs)
    const before = readdirSync(world.drive)
    await beat(world)
    const made = readdirSync(world.drive).filter((name) => !before.includes(name))
    expect(made, `day ${day}`).toHaveLength(1)
    expect((await listed(world))[0]).toBe(made[0])
  }
  expect((await listed(world)).at(-1)).not.toBe(ahead)
})

it('what a restored vault finds in its folder stands by its dates, below the one that was just made', async () => {
  const world = await openBackupWorld()
  const names = await backUpDaily(world, 4)
  const [first = '', second = '', third = '', fourth = ''] = names
  await world.get('vault.lock', {})
  expect(await restore(world, join(world.drive, second))).toMatchObject({ ok: true })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  // Its record was copied before the second was entered.
  expect(await listed(world)).toEqual([first])
  // The clock is behind all of them.
  world.clock.moveWall(-40 * dayMs)
  const made = await backUpNow(world)
  expect(await listed(world)).toEqual([made, fourth, third, second, first])
  valueOf(await world.core.run('backups.set-folder', { path: world.drive }))
  expect(await listed(world)).toEqual([made, fourth, third, second, first])
})

it('older ones that are found in a folder that is chosen later stand by their dates below the last one', async () => {
  const world = await openBackupWorld()
  const [first = '', second = ''] = await backUpDaily(world, 2)
  await world.get('vault.lock', {})
  expect(await restore(world, join(world.drive, first))).toMatchObject({ ok: true })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  const choose = async (path: string) => valueOf(await world.core.run('backups.set-folder', { path }))
  const other = join(world.folder, 'other')
  mkdirSync(other)
  await choose(other)
  const made = await backUpNow({ ...world, drive: other })
  expect(await listed(world)).toEqual([made])
  await choose(world.drive)
  expect(await listed(world)).toEqual([made, second, first])
})

it('the order outlives new keys, which write the record anew', async () => {
  const world = await openBackupWorld()
  await backUpDaily(world, 3)
  world.clock.moveWall(-10 * dayMs)
  await backUpNow(world)
  const before = await listed(world)
  expect(before).toHaveLength(4)
  await world.get('keys.renew', { authorPassphrase: passphrase, recoveryCode })
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  expect(await listed(world)).toEqual(before)
})
