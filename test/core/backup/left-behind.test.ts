import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
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
  await goBackTo(world, join(world.drive, newer))
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

it('the lock out of a backup, put back by hand, opens what is there now, with everything that was written since', async () => {
  const world = await openBackupWorld()
  const backup = await backUp(world)
  const { sessionId, act } = await startSession(world)
  await world.get('session.keep-private-note', { sessionId, text: 'after the backup' })
  await act({ type: 'end' })
  await world.get('vault.lock', {})
  rmSync(join(world.paths.vaultDir, 'vault.json'))
  expect(await unlock(world)).toEqual({ ok: false, error: { code: 'missing-header' } })
  copyFileSync(join(backup, 'vault.json'), join(world.paths.vaultDir, 'vault.json'))
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await world.ask('session.open', { sessionId })).toMatchObject({ ok: true })
  expect(await world.get('session.private-notes', { sessionId })).toMatchObject([
    { text: 'after the backup' },
  ])
})
