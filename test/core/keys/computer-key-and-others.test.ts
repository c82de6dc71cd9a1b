import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createComputerKey, type ComputerKey } from '../../../src/main/ipc/computer-key.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { defaultRetentionRules } from '../../../src/shared/retention/retention-rules.ts'
import { createFakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { backUp, openBackupWorld, restore, unlock } from '../backup/backup-world.ts'
import { renewed } from '../joints/joint-world.ts'
import { createKeptWorld, eraseGone, letYearsPass } from '../retention/kept-world.ts'
import { createReviewedWorld } from '../reviewer/reviewed-world.ts'
import { passphrase, recoveryCode, type World } from '../support/world.ts'

async function turnOnIn(world: World): Promise<ComputerKey> {
  onTestFinished(() => world.close())
  const store = createKeyStore('linux', createFakeSafeStorage())
  const computer = createComputerKey({ core: world.core, store, randomBytes, isOpen: () => true })
  expect(await computer.turnOn(passphrase)).toEqual({ ok: true, value: null })
  return computer
}

async function opens(world: World, computer: ComputerKey): Promise<unknown> {
  await world.get('vault.lock', {})
  const opened = await computer.open()
  return opened.ok ? 'opens' : opened.error.code
}

const keptPath = (world: World) => join(world.folder, 'computer-key.json')
const headerVersion = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')).version

it('another key of the record leaves the computer’s key as it is', async () => {
  const { world, reviewerId } = await createReviewedWorld()
  const computer = await turnOnIn(world)
  await world.get('reviewer.revoke', { personId: reviewerId, authorPassphrase: passphrase })
  expect(await opens(world, computer)).toBe('opens')
})

it('destroying private notes leaves it: it opens the others, under their new key', async () => {
  const { world, shared, alone } = await createKeptWorld()
  const computer = await turnOnIn(world)
  const kept = readFileSync(keptPath(world), 'utf8')
  const header = readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8')
  const rules = { ...defaultRetentionRules, jurisdiction: 'Some State', privateYears: 0 }
  await world.get('retention.change-rules', { rules })
  const destroying = { sessionIds: [alone.sessionId], authorPassphrase: passphrase }
  expect(await world.get('retention.destroy-private', destroying)).toMatchObject({ noteCount: 1 })
  expect(readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8')).not.toBe(header)
  expect(headerVersion(world.paths.vaultDir)).toBe(4)
  expect(readFileSync(keptPath(world), 'utf8')).toBe(kept)
  expect(await opens(world, computer)).toBe('opens')
  const { sessionId } = shared
  expect(await world.get('session.private-notes', { sessionId })).toHaveLength(1)
  expect(await world.get('session.private-notes', { sessionId: alone.sessionId })).toEqual([])
})

it('erasing a chart leaves it, where both databases get another key at once', async () => {
  const kept = await createKeptWorld()
  const { world } = kept
  letYearsPass(world, 10)
  // Whoever turns it on has typed the passphrase that day.
  await world.get('vault.lock', {})
  expect(await unlock(world)).toMatchObject({ ok: true })
  const computer = await turnOnIn(world)
  expect(await eraseGone(kept)).toMatchObject({ ok: true })
  expect(await opens(world, computer)).toBe('opens')
  const { sessionId } = kept.shared
  expect(await world.get('session.private-notes', { sessionId })).toHaveLength(1)
})

it('making all keys new ends it: its slot is gone, and so is what the computer kept', async () => {
  const { world } = await createReviewedWorld()
  const computer = await turnOnIn(world)
  expect(await world.get('keys.renew', { authorPassphrase: passphrase, recoveryCode })).toBe('opens')
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  expect(headerVersion(world.paths.vaultDir)).toBe(3)
  expect(existsSync(keptPath(world))).toBe(false)
  expect(await computer.state()).toEqual({ ok: true, value: 'off' })
  expect(await opens(world, computer)).toBe('computer-key-lost')
  expect(await unlock(world)).toMatchObject({ ok: true })
})

it('a backup does not hold what the computer keeps, and a vault restored from it waits for the passphrase', async () => {
  const world = await openBackupWorld()
  const computer = await turnOnIn(world)
  const folder = await backUp(world)
  const kept: { sealed: string } = JSON.parse(readFileSync(keptPath(world), 'utf8'))
  for (const name of ['vault.json', 'record.db'])
    expect(readFileSync(join(folder, name)).includes(kept.sealed), name).toBe(false)
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true })
  expect(headerVersion(world.paths.vaultDir)).toBe(3)
  expect(await opens(world, computer)).toBe('computer-key-lost')
  expect(await unlock(world)).toMatchObject({ ok: true })
  expect(existsSync(keptPath(world))).toBe(false)
})
