import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { look, spoilPages } from '../mend/mend-world.ts'
import {
  createReviewedWorld,
  privateWords,
  reviewerPassphrase,
  type ReviewedWorld,
} from '../reviewer/reviewed-world.ts'
import { passphrase, recoveryCode } from '../support/world.ts'
import { renewed } from './joint-world.ts'

const unlocking = { kind: 'passphrase', secret: passphrase } as const
const damaged = { ok: false, error: { code: 'damaged-record' } }

let reviewed: ReviewedWorld
beforeEach(async () => {
  reviewed = await createReviewedWorld()
})
afterEach(() => reviewed.world.close())

async function mend() {
  const { world } = reviewed
  const { token, record } = await look(world)
  expect(record).toBe('mended')
  await world.get('mend.take', { token })
}

it('a vault that was killed once its new keys counted, and damaged then, is mended from what was written anew', async () => {
  const { world, session } = reviewed
  const { vaultDir } = world.paths
  const old = join(world.folder, 'old')
  await world.get('vault.lock', {})
  mkdirSync(old)
  for (const file of ['record.db', 'private.db']) cpSync(join(vaultDir, file), join(old, file))
  await reviewed.unlock()
  await world.get('keys.renew', { authorPassphrase: passphrase, recoveryCode })
  expect(await renewed(world)).toMatchObject({ stage: 'done' })
  await world.get('vault.lock', {})
  // As a kill leaves it right after the header had its name.
  for (const file of ['record.db', 'private.db']) {
    renameSync(join(vaultDir, file), join(vaultDir, `${file}.next`))
    renameSync(join(old, file), join(vaultDir, file))
  }
  spoilPages(vaultDir, 'record.db.next', [1])
  expect(await world.ask('vault.unlock', unlocking)).toEqual(damaged)
  await mend()
  await world.get('vault.unlock', unlocking)
  const { sessionId } = session
  expect((await world.get('session.open', { sessionId })).recordNotes).toMatchObject([
    { text: 'For the record.' },
  ])
  expect(await world.get('session.private-notes', { sessionId })).toMatchObject([{ text: privateWords }])
})

it('whoever may review a vault may review what was mended of it, and reads no private word', async () => {
  const { world, session } = reviewed
  const { vaultDir } = world.paths
  await world.get('vault.lock', {})
  const pages = readFileSync(join(vaultDir, 'record.db')).length / 4_096
  spoilPages(vaultDir, 'record.db', [pages - 3])
  await mend()
  await world.get('vault.unlock', { kind: 'passphrase', secret: reviewerPassphrase })
  expect(await world.get('vault.access', {})).toBe('reviewing')
  const told = JSON.stringify(await world.get('session.open', { sessionId: session.sessionId }))
  expect(told).not.toContain(privateWords)
})
