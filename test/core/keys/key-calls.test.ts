/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { maxTries } from '../../../src/shared/ipc/conceal-calls.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { createReviewedWorld, reviewerPassphrase, type ReviewedWorld } from '../reviewer/reviewed-world.ts'
import { definitely, passphrase, prepareSession, recoveryCode, type World } from '../support/world.ts'

const newPassphrase = 'gravel window thirteen otters'

let reviewed: ReviewedWorld
let world: World
beforeEach(async () => {
  reviewed = await createReviewedWorld()
  world = reviewed.world
})
afterEach(() => world.close())

async function unlocks(kind: 'passphrase' | 'recovery', secret: string): Promise<boolean> {
  await world.get('vault.lock', {})
  return (await world.ask('vault.unlock', { kind, secret })).ok
}

function hashFiles(names: readonly string[]): string[] {
  return names.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(world.paths.vaultDir, name)))
      .digest('hex'),
  )
}

const byPassphrase = { kind: 'passphrase', secret: passphrase } as const
const wrong = { ok: false, error: { code: 'wrong-secret' } }

it('the passphrase is changed while a session runs, which goes on and is there afterwards', async () => {
  const { sessionId, act, memberIds } = await prepareSession(world)
  await act({ type: 'arrive-all' })
  await act({ type: 'start', end: 'full-length' })
  // The log of the record has one entry more, of who looked: that the passphrase was changed.
  const files = ['record.db', 'private.db', 'private.db-wal']
  const before = hashFiles(files)
  await world.get('keys.change-passphrase', { proof: byPassphrase, passphrase: newPassphrase })
  expect(hashFiles(files)).toEqual(before)
  await act({ type: 'mark', personId: definitely(memberIds[0]), mark: 'shared' })
  expect(await unlocks('passphrase', passphrase)).toBe(false)
  expect(await unlocks('passphrase', newPassphrase)).toBe(true)
  expect((await world.get('session.open', { sessionId })).log).toContain('mark.made')
  expect(await unlocks('recovery', recoveryCode)).toBe(true)
  expect(await unlocks('passphrase', reviewerPassphrase)).toBe(true)
  expect(await world.get('vault.access', {})).toBe('reviewing')
})

it('what asks for the passphrase asks for the new one', async () => {
  await world.get('keys.change-passphrase', { proof: byPassphrase, passphrase: newPassphrase })
  await world.get('conceal.begin', {})
  const old = await world.get('conceal.reveal', byPassphrase)
  expect(old.isRevealed).toBe(false)
  const answer = await world.get('conceal.reveal', { kind: 'passphrase', secret: newPassphrase })
  expect(answer.isRevealed).toBe(true)
})

it('whoever came in with the recovery code makes a new passphrase with it', async () => {
  expect(await unlocks('recovery', recoveryCode)).toBe(true)
  const proof = { kind: 'recovery', secret: recoveryCode.toLowerCase() } as const
  await world.get('keys.change-passphrase', { proof, passphrase: newPassphrase })
  expect(await unlocks('passphrase', newPassphrase)).toBe(true)
})

it('a recovery code is tested, and nothing else happens', async () => {
  const files = ['vault.json', 'record.db', 'record.db-wal', 'private.db', 'private.db-wal']
  const before = hashFiles(files)
  const test = (code: string) => world.get('keys.test-recovery-code', { recoveryCode: code })
  expect(await test(recoveryCode.toLowerCase().replaceAll('-', ' '))).toBe('opens')
  expect(await test(proposeRecoveryCode(systemRandom.bytes))).toBe('opens-nothing')
  expect(await test(recoveryCode.slice(0, -1))).toBe('mistyped')
  expect(await test(passphrase)).toBe('mistyped')
  expect(hashFiles(files)).toEqual(before)
  expect(await world.get('vault.access', {})).toBe('unlocked')
})

it('a new recovery code counts once it is confirmed, and not before', async () => {
  expect(await world.ask('keys.propose-recovery-code', { authorPassphrase: 'not it' })).toEqual(wrong)
  const code = await world.get('keys.propose-recovery-code', { authorPassphrase: passphrase })
  expect(await world.get('keys.test-recovery-code', { recoveryCode: code })).toBe('opens-nothing')
  expect(await world.get('keys.test-recovery-code', { recoveryCode })).toBe('opens')
  const change = (authorPassphrase: string) =>
    world.ask('keys.change-recovery-code', { authorPassphrase, recoveryCode: code })
  expect(await change('not it')).toEqual(wrong)
  expect(await world.get('keys.test-recovery-code', { recoveryCode })).toBe('opens')
  expect(await change(passphrase)).toEqual({ ok: true, value: null })
  expect(await unlocks('recovery', recoveryCode)).toBe(false)
  expect(await unlocks('recovery', code)).toBe(true)
  expect(await unlocks('passphrase', passphrase)).toBe(true)
})

const askFor = (next: string) =>
  world.ask('keys.change-passphrase', { proof: byPassphrase, passphrase: next })

it('a passphrase that opens the vault already, or is too short, is refused and changes nothing', async () => {
  const before = hashFiles(['vault.json'])
  expect(await askFor('short')).toEqual({ ok: false, error: { code: 'weak-passphrase' } })
  for (const taken of [passphrase, reviewerPassphrase])
    expect(await askFor(taken)).toEqual({ ok: false, error: { code: 'same-passphrase' } })
  expect(hashFiles(['vault.json'])).toEqual(before)
})

it('the fifth wrong try in a row locks the vault; a right one, or a slip of the pen, is none', async () => {
  const guess = async (count: number) => {
    for (let tried = 0; tried < count; tried += 1)
      expect(
        await world.ask('keys.change-passphrase', {
          proof: { kind: 'passphrase', secret: `guess number ${tried}` },
          passphrase: newPassphrase,
        }),
      ).toEqual(wrong)
  }
  await guess(maxTries - 1)
  expect(await world.get('keys.test-recovery-code', { recoveryCode: 'no code' })).toBe('mistyped')
  expect(await world.get('keys.test-recovery-code', { recoveryCode })).toBe('opens')
  await guess(maxTries - 1)
  expect(await world.get('vault.access', {})).toBe('unlocked')
  const other = proposeRecoveryCode(systemRandom.bytes)
  expect(await world.get('keys.test-recovery-code', { recoveryCode: other })).toBe('opens-nothing')
  expect(await world.get('vault.access', {})).toBe('locked')
  expect(await unlocks('passphrase', passphrase)).toBe(true)
  await guess(maxTries - 1)
  expect(await world.get('vault.access', {})).toBe('unlocked')
})
