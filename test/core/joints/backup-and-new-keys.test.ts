/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { readPrivateNotes } from '../../../src/main/core/private/private-note-repository.ts'
import { backUp, ended, openBackupWorld, restore, unlock, type BackupWorld } from '../backup/backup-world.ts'
import { passphrase, prepareSession, recoveryCode, valueOf, type Prepared } from '../support/world.ts'
import { renewed, whats } from './joint-world.ts'

const secrets = { authorPassphrase: passphrase, recoveryCode }
const changedPassphrase = 'another quiet harbour altogether'
const leftBehind = /making|altering|next|restored$|drill|unfinished/u

async function think(world: BackupWorld, { sessionId }: Prepared, text: string): Promise<void> {
  await world.get('session.keep-private-note', { sessionId, text })
}

async function thoughts(world: BackupWorld, { sessionId }: Prepared): Promise<string[]> {
  return (await world.get('session.private-notes', { sessionId })).map(({ text }) => text)
}

it('backups from before and after all keys were made new are restored with the same secrets, and private notes stay', async () => {
  const world = await openBackupWorld()
  const session = await prepareSession(world, 2)
  await think(world, session, 'first')
  const before = await backUp(world)
  await world.get('keys.renew', secrets)
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  // Of two on one day rotating keeps the newer.
  world.clock.pass(86_400_000)
  world.pushed.length = 0
  const after = await backUp(world)
  await think(world, session, 'second')
  for (const [folder, kind, secret] of [
    [before, 'passphrase', passphrase],
    [after, 'recovery', recoveryCode],
    [before, 'recovery', recoveryCode],
    [after, 'passphrase', passphrase],
  ] as const) {
    await world.get('vault.lock', {})
    expect(await restore(world, folder, { kind, secret }), `${folder} ${kind}`).toMatchObject({
      ok: true,
      value: { privateNotes: 'kept' },
    })
    expect(await unlock(world)).toEqual({ ok: true, value: null })
    expect(await thoughts(world, session)).toEqual(['first', 'second'])
    expect((await whats(world)).slice(-2)).toEqual([`${kind} restored`, 'passphrase opened'])
    expect(readdirSync(world.folder).filter((name) => leftBehind.test(name))).toEqual([])
    expect(readdirSync(world.paths.vaultDir).filter((name) => leftBehind.test(name))).toEqual([])
  }
})

async function backedUpBeforeNewKeys() {
  const world = await openBackupWorld()
  const session = await prepareSession(world, 2)
  const folder = await backUp(world)
  await think(world, session, 'mine alone')
  await world.get('keys.renew', secrets)
  await renewed(world)
  return { world, session, folder }
}

it('after new keys and another passphrase a backup from before opens with the old one, and private notes open as they did', async () => {
  const { world, session, folder } = await backedUpBeforeNewKeys()
  await world.get('keys.change-passphrase', {
    proof: { kind: 'passphrase', secret: passphrase },
    passphrase: changedPassphrase,
  })
  await world.get('vault.lock', {})
  expect(await restore(world, folder, { secret: changedPassphrase })).toEqual({
    ok: false,
    error: { code: 'wrong-secret' },
  })
  // No key that the old passphrase leads to opens them.
  expect(await restore(world, folder)).toEqual({ ok: false, error: { code: 'private-notes-locked' } })
  const aside = valueOf(await restore(world, folder, { maySetPrivateNotesAside: true }))
  expect(aside).toMatchObject({ privateNotes: 'set-aside' })
  const old = valueOf(
    await unlockVault(join(world.folder, aside?.setAsideAs ?? ''), {
      kind: 'passphrase',
      secret: changedPassphrase,
    }),
  )
  expect(readPrivateNotes(old.private, session.sessionId)).toMatchObject([{ text: 'mine alone' }])
  old.close()
  expect(await unlock(world)).toEqual({ ok: true, value: null })
})

it('after new keys and another passphrase the recovery code, which is the same, keeps the private notes', async () => {
  const { world, session, folder } = await backedUpBeforeNewKeys()
  const proof = { kind: 'recovery', secret: recoveryCode } as const
  await world.get('keys.change-passphrase', { proof, passphrase: changedPassphrase })
  await world.get('vault.lock', {})
  expect(await restore(world, folder, proof)).toMatchObject({ ok: true, value: { privateNotes: 'kept' } })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
  expect(await thoughts(world, session)).toEqual(['mine alone'])
})

it('a backup that is due waits while keys are made new, and is made under them', async () => {
  const world = await openBackupWorld()
  // By the first the folder is looked at, by the second the backup would be begun.
  await world.core.beat()
  await world.get('backups.read', {})
  await world.get('keys.renew', secrets)
  await world.core.beat()
  expect(readdirSync(world.drive)).toEqual([])
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  expect(readdirSync(world.drive)).toEqual([])
  await world.core.beat()
  await world.get('backups.read', {})
  await world.core.beat()
  expect(await ended(world)).toMatchObject({ stage: 'done' })
  const [name = ''] = readdirSync(world.drive)
  await world.get('vault.lock', {})
  expect(await restore(world, join(world.drive, name))).toMatchObject({ ok: true })
  expect(await unlock(world)).toEqual({ ok: true, value: null })
})

it('nothing is restored, drilled or made while keys are being made new', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  const [listed] = (await world.get('backups.read', {})).backups
  await world.get('keys.renew', secrets)
  const busy = { ok: false, error: { code: 'keys-changing' } }
  expect(await world.ask('backups.make', {})).toEqual(busy)
  const backupId = listed?.backupId ?? ''
  expect(await world.ask('backups.drill', { backupId, authorPassphrase: passphrase })).toEqual(busy)
  expect(await world.core.run('backups.offer', { path: folder })).toEqual(busy)
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
})

it('an older copy of the vault’s files opens as it did, whatever was changed since', async () => {
  const world = await openBackupWorld()
  const copy = join(world.folder, 'copy')
  await world.get('vault.lock', {})
  cpSync(world.paths.vaultDir, copy, { recursive: true })
  await unlock(world)
  await world.get('keys.renew', secrets)
  await renewed(world)
  const opened = await unlockVault(copy, { kind: 'passphrase', secret: passphrase })
  expect(opened.ok).toBe(true)
  if (opened.ok) opened.value.close()
})
