/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { maxTries } from '../../../src/shared/ipc/conceal-calls.ts'
import type { RenewalState } from '../../../src/shared/ipc/key-calls.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { renewed } from '../joints/joint-world.ts'
import { createReviewedWorld, reviewerPassphrase } from '../reviewer/reviewed-world.ts'
import {
  definitely,
  passphrase,
  prepareSession,
  recoveryCode,
  startSession,
  type World,
} from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = (await createReviewedWorld()).world
})
afterEach(() => world.close())

const secrets = { authorPassphrase: passphrase, recoveryCode }
const begin = (typed: Partial<typeof secrets> = {}) => world.ask('keys.renew', { ...secrets, ...typed })
const told = (): readonly RenewalState[] =>
  world.pushed.flatMap((one) => (one.name === 'keys.renewal-changed' ? [one.push] : []))

const ended = () => renewed(world)

function hashFiles(): readonly string[] {
  const { vaultDir } = world.paths
  return readdirSync(vaultDir)
    .toSorted()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(vaultDir, name)))
          .digest('hex')}`,
    )
}

async function unlocks(kind: 'passphrase' | 'recovery', secret: string): Promise<boolean> {
  await world.get('vault.lock', {})
  return (await world.ask('vault.unlock', { kind, secret })).ok
}

it('all keys are made new, and the console goes on where it was', async () => {
  const { sessionId } = await prepareSession(world, 3)
  await world.get('session.keep-private-note', { sessionId, text: 'a thought' })
  const readAll = async () =>
    JSON.stringify([
      await world.get('session.open', { sessionId }),
      await world.get('session.private-notes', { sessionId }),
    ])
  const before = await readAll()
  const header = readFileSync(join(world.paths.vaultDir, 'vault.json'))
  expect(await begin()).toEqual({ ok: true, value: 'opens' })
  expect(await ended()).toEqual({ stage: 'done', act: 'renew' })
  expect(await readAll()).toBe(before)
  expect(readFileSync(join(world.paths.vaultDir, 'vault.json')).equals(header)).toBe(false)
  // Nobody came or went.
  expect(world.pushed.filter(({ name }) => name === 'vault.access-changed')).toHaveLength(1)
  for (const [kind, secret] of [
    ['passphrase', passphrase],
    ['recovery', recoveryCode],
    ['passphrase', reviewerPassphrase],
  ] as const)
    expect(await unlocks(kind, secret), kind).toBe(true)
  expect(await world.get('vault.access', {})).toBe('reviewing')
})

it('progress moves from nothing to all of it: each byte written, and read back', async () => {
  await begin()
  await ended()
  const running = told().filter((state) => state.stage === 'running')
  const first = definitely(running[0])
  expect(first).toMatchObject({ step: 'encrypt', doneBytes: 0 })
  expect(running.map(({ step }) => step)).toContain('check')
  const done = running.map(({ doneBytes }) => doneBytes)
  expect(done).toEqual(done.toSorted((one, other) => one - other))
  expect(told().at(-1)).toEqual({ stage: 'done', act: 'renew' })
})

it('while it runs, everything is told so at once, and what locks, cancels or asks is answered', async () => {
  await begin()
  const refused = { ok: false, error: { code: 'keys-changing' } }
  expect(await world.ask('roster.read', {})).toEqual(refused)
  expect(await world.ask('vault.unlock', { kind: 'passphrase', secret: passphrase })).toEqual(refused)
  expect(await begin()).toEqual(refused)
  expect(await world.core.run('export.folder', null)).toEqual(refused)
  expect(await world.get('vault.access', {})).toBe('unlocked')
  expect(await world.get('keys.renewal', {})).toMatchObject({ stage: 'running' })
  await world.core.beat()
  expect(await ended()).toEqual({ stage: 'done', act: 'renew' })
  expect((await world.ask('roster.read', {})).ok).toBe(true)
})

it('cancelled, the vault is open as it was, and its keys are what they were', async () => {
  const { sessionId } = await prepareSession(world, 1)
  await world.get('vault.lock', {})
  const before = hashFiles()
  await world.get('vault.unlock', { kind: 'passphrase', secret: passphrase })
  await begin()
  await world.get('keys.cancel-renewal', {})
  expect(await ended()).toEqual({ stage: 'cancelled', act: 'renew' })
  expect((await world.get('session.open', { sessionId })).log).toContain('session')
  await world.get('vault.lock', {})
  // The opening is noted in the record; the header says the same keys.
  expect(hashFiles().filter((line) => line.startsWith('vault.json'))).toEqual(
    before.filter((line) => line.startsWith('vault.json')),
  )
  expect(readdirSync(world.paths.vaultDir).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  expect(await unlocks('passphrase', passphrase)).toBe(true)
  expect(await begin()).toEqual({ ok: true, value: 'opens' })
  expect(await ended()).toEqual({ stage: 'done', act: 'renew' })
})

it('a lock wins: the vault is locked at once, and is what it was', async () => {
  const header = readFileSync(join(world.paths.vaultDir, 'vault.json'))
  // Pressed while the keys are drawn.
  const beginning = begin()
  await world.get('vault.lock', {})
  await beginning
  expect(await world.get('vault.access', {})).toBe('locked')
  expect(world.pushed.findLast(({ name }) => name === 'vault.access-changed')?.push).toBe('locked')
  expect(await world.ask('roster.read', {})).toEqual({ ok: false, error: { code: 'locked' } })
  expect(await world.get('keys.renewal', {})).not.toMatchObject({ stage: 'done', act: 'renew' })
  expect(await unlocks('passphrase', passphrase)).toBe(true)
  expect(readFileSync(join(world.paths.vaultDir, 'vault.json')).equals(header)).toBe(true)
  expect(await world.get('keys.renewal', {})).toEqual({ stage: 'idle' })
  const left = readdirSync(world.paths.vaultDir).filter((name) => !name.endsWith('-wal'))
  expect(left.toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
})

it('a quit in the middle of it leaves the vault as it was', async () => {
  const header = readFileSync(join(world.paths.vaultDir, 'vault.json'))
  await begin()
  expect((await world.core.run('shut-down', null)).ok).toBe(true)
  expect(await ended()).toEqual({ stage: 'idle' })
  expect(readFileSync(join(world.paths.vaultDir, 'vault.json')).equals(header)).toBe(true)
  expect(readdirSync(world.paths.vaultDir).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
})

it('not while a session runs, which would stand still', async () => {
  await startSession(world, 2)
  expect(await begin()).toEqual({ ok: false, error: { code: 'session-open' } })
})

it('both secrets are asked for; the fifth wrong one in a row locks the vault, and a slip of the pen is none', async () => {
  expect(await begin({ recoveryCode: 'no code' })).toEqual({ ok: true, value: 'mistyped' })
  const other = proposeRecoveryCode(systemRandom.bytes)
  for (let tried = 1; tried < maxTries; tried += 1)
    expect(await begin(tried % 2 === 0 ? { recoveryCode: other } : { authorPassphrase: 'not it' })).toEqual(
      tried % 2 === 0 ? { ok: true, value: 'opens-nothing' } : { ok: false, error: { code: 'wrong-secret' } },
    )
  expect(told()).toEqual([])
  expect(await world.get('vault.access', {})).toBe('unlocked')
  await begin({ authorPassphrase: 'not it' })
  expect(await world.get('vault.access', {})).toBe('locked')
})
