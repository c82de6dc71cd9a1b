import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { leftBehindForMs } from '../../../src/shared/backup/rotation.ts'
import { startSession } from '../support/world.ts'
import { backUp, openBackupWorld, restore, unlock, type BackupWorld } from './backup-world.ts'

const dayMs = 86_400_000

async function goBackTo(world: BackupWorld, backup: string): Promise<void> {
  await world.get('vault.lock', {})
  expect(await restore(world, backup)).toMatchObject({ ok: true })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  world.pushed.length = 0
}

async function backUpAfter(world: BackupWorld, ms: number): Promise<string> {
  world.clock.pass(ms)
  world.pushed.length = 0
  return basename(await backUp(world))
}

it('who goes back to an older backup, and backs up the same day, still has the newer one, and can go back to it', async () => {
  const world = await openBackupWorld()
  const older = await backUp(world)
  world.clock.pass(dayMs)
  const { sessionId, act } = await startSession(world)
  await act({ type: 'end' })
  const newer = await backUpAfter(world, 60_000)
  await goBackTo(world, older)
  expect(await world.ask('session.open', { sessionId })).toMatchObject({ ok: false })
  const after = await backUpAfter(world, 60_000)
  expect(readdirSync(world.drive).toSorted()).toEqual([basename(older), newer, after].toSorted())
  await goBackTo(world, `${world.drive}/${newer}`)
  expect(await world.ask('session.open', { sessionId })).toMatchObject({ ok: true })
})

it('within a line the newest of a day stays, and after a year a line is no more apart', async () => {
  const world = await openBackupWorld()
  const older = await backUp(world)
  world.clock.pass(dayMs)
  const first = await backUpAfter(world, 60_000)
  const newer = await backUpAfter(world, 60_000)
  expect(readdirSync(world.drive)).not.toContain(first)
  await goBackTo(world, older)
  const after = await backUpAfter(world, 60_000)
  const again = await backUpAfter(world, 60_000)
  expect(readdirSync(world.drive).toSorted()).toEqual([basename(older), newer, again].toSorted())
  expect(readdirSync(world.drive)).not.toContain(after)
  const muchLater = await backUpAfter(world, leftBehindForMs)
  expect(readdirSync(world.drive).toSorted()).toEqual([basename(older), again, muchLater].toSorted())
})
