import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { definitely, passphrase, startSession, type World } from '../support/world.ts'
import { backUp, ended, openBackupWorld } from './backup-world.ts'

async function drill(world: World, authorPassphrase = passphrase) {
  const { backupId } = definitely((await world.get('backups.read', {})).backups[0])
  world.pushed.length = 0
  await world.get('backups.drill', { backupId, authorPassphrase })
  return ended(world)
}

it('a drill reads a backup wholly beside the open vault, says what is in it, and leaves nothing', async () => {
  const world = await openBackupWorld()
  const { act, memberIds } = await startSession(world)
  await backUp(world)
  const before = readdirSync(world.folder).toSorted()
  const state = await drill(world)
  expect(state).toMatchObject({
    stage: 'done',
    work: 'drilling',
    found: { sessionCount: 1, memberCount: 3, signedNoteCount: 0, brokenCount: 0 },
  })
  expect(readdirSync(world.folder).toSorted()).toEqual(before)
  expect((await world.get('backups.read', {})).backups[0]?.drilledAtMs).toBe(world.clock.read().wallMs)
  // The session that ran goes on.
  await act({ type: 'mark', personId: definitely(memberIds[0]), mark: 'shared' })
})

it('a drill of a damaged backup, or with a wrong passphrase, says so and leaves nothing', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  const before = readdirSync(world.folder).toSorted()
  expect(await drill(world, 'another passphrase entirely')).toMatchObject({
    stage: 'failed',
    code: 'wrong-secret',
  })
  const path = join(folder, 'record.db')
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(9_000) ^ 4, 9_000)
  writeFileSync(path, bytes)
  expect(await drill(world)).toMatchObject({ stage: 'failed', code: 'damaged-backup' })
  expect((await world.get('backups.read', {})).backups[0]?.drilledAtMs).toBeNull()
  expect(readdirSync(world.folder).toSorted()).toEqual(before)
})

it('a drill that a console ends on leaves nothing beside the vault', async () => {
  const world = await openBackupWorld()
  await backUp(world)
  const before = readdirSync(world.folder).toSorted()
  const { backupId } = definitely((await world.get('backups.read', {})).backups[0])
  await world.get('backups.drill', { backupId, authorPassphrase: passphrase })
  expect(readdirSync(world.folder).toSorted()).not.toEqual(before)
  await world.core.run('shut-down', null)
  expect(readdirSync(world.folder).toSorted()).toEqual(before)
})
