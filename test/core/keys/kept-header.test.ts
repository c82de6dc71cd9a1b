import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { letReviewerIn, reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import { createOpenWorld, passphrase, recoveryCode, startSession, type World } from '../support/world.ts'

const newPassphrase = 'gravel window thirteen otters'
const byPassphrase = { kind: 'passphrase', secret: passphrase } as const

let world: World
let path: string
beforeEach(async () => {
  world = await createOpenWorld()
  path = join(world.paths.vaultDir, 'vault.json')
})
afterEach(() => world.close())

const read = () => readFileSync(path, 'utf8')
const names = () => readdirSync(world.paths.vaultDir).filter((name) => name.startsWith('vault.json'))

async function unlocks(secret: string): Promise<boolean> {
  await world.get('vault.lock', {})
  return (await world.ask('vault.unlock', { kind: 'passphrase', secret })).ok
}

it('what leads to the keys is written again where it is gone while the vault is open', async () => {
  const before = read()
  rmSync(path)
  await world.core.beat()
  expect(read()).toBe(before)
  expect(names()).toEqual(['vault.json'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(await unlocks(passphrase)).toBe(true)
})

it('a lock that comes before anybody noticed writes it again first, in a session too', async () => {
  await startSession(world)
  rmSync(path)
  expect(await unlocks(passphrase)).toBe(true)
  // The one that was unlocked with counts from then on.
  rmSync(path)
  expect(await unlocks(passphrase)).toBe(true)
})

it('what is written again says what counts now: a passphrase, a code and a reviewer that were changed since', async () => {
  await letReviewerIn(world)
  await world.get('keys.change-passphrase', { proof: byPassphrase, passphrase: newPassphrase })
  rmSync(path)
  expect(await unlocks(passphrase)).toBe(false)
  expect(await unlocks(newPassphrase)).toBe(true)
  expect(await unlocks(reviewerPassphrase)).toBe(true)
})

it('what a refused change leaves is written again as it was', async () => {
  const before = read()
  const proof = { kind: 'passphrase', secret: 'none of this opens it' } as const
  expect(await world.ask('keys.change-passphrase', { proof, passphrase: newPassphrase })).toMatchObject({
    ok: false,
  })
  rmSync(path)
  await world.core.beat()
  expect(read()).toBe(before)
})

it('the keys that were made new are the ones it leads to', async () => {
  await world.get('keys.renew', { authorPassphrase: passphrase, recoveryCode })
  await expect.poll(() => world.get('keys.renewal', {})).toMatchObject({ stage: 'done' })
  rmSync(path)
  expect(await unlocks(passphrase)).toBe(true)
})

it('nothing that stands in its place is written over, and nothing is written into a folder that is not the vault’s', async () => {
  writeFileSync(path, 'what somebody put there')
  await world.core.beat()
  expect(read()).toBe('what somebody put there')
  const { vaultDir } = world.paths
  renameSync(vaultDir, `${vaultDir}-elsewhere`)
  mkdirSync(vaultDir)
  await world.core.beat()
  await world.get('vault.lock', {})
  expect(readdirSync(vaultDir)).toEqual([])
})
