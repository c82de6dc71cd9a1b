import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { openAsReviewer } from '../../../src/main/core/vault/reviewer-slots.ts'
import { readHeaderOf } from '../../../src/main/core/vault/unlock-vault.ts'
import { backUp, openBackupWorld, restore, unlock, type BackupWorld } from '../backup/backup-world.ts'
import { letReviewerIn, reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, recoveryCode, valueOf } from '../support/world.ts'
import { renewed } from './joint-world.ts'

async function keyOfReviewer(world: BackupWorld): Promise<Buffer> {
  const header = valueOf(readHeaderOf(world.paths.vaultDir))
  return definitely(await openAsReviewer(header, reviewerPassphrase)).record
}

function opensRecord(world: BackupWorld, key: Buffer): boolean {
  const connected = connect('record', join(world.paths.vaultDir, 'record.db'), key)
  if (connected.ok) connected.value.close()
  return connected.ok
}

it('the key of whoever was let in after a backup and revoked since opens nothing that is restored from it', async () => {
  const world = await openBackupWorld()
  const folder = await backUp(world)
  const personId = await letReviewerIn(world)
  const key = await keyOfReviewer(world)
  await world.get('reviewer.revoke', { personId, authorPassphrase: passphrase })
  await world.get('vault.lock', {})
  expect(opensRecord(world, key)).toBe(false)
  expect(await restore(world, folder)).toMatchObject({ ok: true })
  expect(opensRecord(world, key)).toBe(false)
  expect(await unlock(world)).toEqual({ ok: true, value: null })
})

it('a reviewer who is still let in comes in by a backup from before all keys were made new, under a key that is new', async () => {
  const world = await openBackupWorld()
  await letReviewerIn(world)
  const folder = await backUp(world)
  const key = await keyOfReviewer(world)
  await world.get('keys.renew', { authorPassphrase: passphrase, recoveryCode })
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true })
  expect(opensRecord(world, key)).toBe(false)
  expect(await unlock(world, reviewerPassphrase)).toEqual({ ok: true, value: null })
  expect(await world.get('vault.access', {})).toBe('reviewing')
})

it('a restored record keeps its key where that was never changed, and nobody has to be let in again', async () => {
  const world = await openBackupWorld()
  await letReviewerIn(world)
  const folder = await backUp(world)
  const key = await keyOfReviewer(world)
  await world.get('vault.lock', {})
  expect(await restore(world, folder)).toMatchObject({ ok: true })
  expect(opensRecord(world, key)).toBe(true)
  expect(await unlock(world, reviewerPassphrase)).toEqual({ ok: true, value: null })
})
