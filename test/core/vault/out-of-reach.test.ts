import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCore, type Core } from '../../../src/main/core/create-core.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { createSimulatedClock } from '../support/simulated-clock.ts'
import { passphrase, recoveryCode } from '../support/world.ts'

// The vault lies on a drive of its own. What stands in the drive's place makes every look at the vault fail, as rights do that
// were taken away; a test that runs as root has no other way.
let folder: string
let core: Core
/** What happens while keys are derived. */
let meanwhile: () => void
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-test-'))
  mkdirSync(join(folder, 'drive'))
  meanwhile = () => undefined
  core = createCore({
    clock: createSimulatedClock(),
    random: systemRandom,
    paths: {
      vaultDir: join(folder, 'drive/vault'),
      exportsDir: join(folder, 'exports'),
      preferencesPath: join(folder, 'preferences.json'),
    },
    push: () => undefined,
    async chooseStrength() {
      meanwhile()
      return floor
    },
  })
  const author = { name: 'Dana Reyes', initials: 'DR', credentials: 'LCSW' }
  const created = await core.call('vault.create', { passphrase, recoveryCode, author, clinic: 'Elm Street' })
  expect(created.ok).toBe(true)
})
afterEach(async () => {
  await core.run('shut-down', null)
  rmSync(folder, { recursive: true })
})

const notWritable = { ok: false, error: { code: 'not-writable' } }

function takeAway(): void {
  renameSync(join(folder, 'drive'), join(folder, 'drive-elsewhere'))
  writeFileSync(join(folder, 'drive'), '')
}

function giveBack(): void {
  rmSync(join(folder, 'drive'))
  renameSync(join(folder, 'drive-elsewhere'), join(folder, 'drive'))
}

it('a vault that nobody can look at is told as such at the door, also where this computer’s key is on', async () => {
  const secret = Buffer.alloc(32, 7).toString('base64')
  const sealed = { keptBy: 'kwallet6', sealed: new Uint8Array([1]) }
  const kept = await core.run('computer-key.keep', { authorPassphrase: passphrase, secret, ...sealed })
  expect(kept).toEqual({ ok: true, value: null })
  await core.call('vault.lock', {})
  takeAway()
  expect(await core.run('computer-key.read', null)).toEqual({ ok: true, value: null })
  expect(await core.call('vault.unlock', { kind: 'passphrase', secret: passphrase })).toEqual(notWritable)
  giveBack()
  expect(await core.run('computer-key.open', { secret })).toEqual({ ok: true, value: null })
})

it('who may review, and whoever makes keys new, are told that the vault cannot be looked at', async () => {
  takeAway()
  expect(await core.call('reviewer.list', {})).toEqual(notWritable)
  const secrets = { authorPassphrase: passphrase, recoveryCode }
  expect(await core.call('keys.renew', secrets)).toEqual(notWritable)
  giveBack()
  expect(await core.call('reviewer.list', {})).toEqual({ ok: true, value: [] })
})

it('a drive that goes while the keys are drawn ends making them new, and the vault is locked as it was', async () => {
  meanwhile = takeAway
  const secrets = { authorPassphrase: passphrase, recoveryCode }
  expect(await core.call('keys.renew', secrets)).toEqual({ ok: true, value: 'opens' })
  const ended = { stage: 'failed', act: 'renew', code: 'not-writable' }
  expect(await core.call('keys.renewal', {})).toEqual({ ok: true, value: ended })
  giveBack()
  expect(await core.call('vault.access', {})).toEqual({ ok: true, value: 'locked' })
  const opened = await core.call('vault.unlock', { kind: 'passphrase', secret: passphrase })
  expect(opened).toEqual({ ok: true, value: null })
})

it('a backup is not offered in the place of a vault that nobody can look at', async () => {
  mkdirSync(join(folder, 'backups'))
  expect((await core.run('backups.set-folder', { path: join(folder, 'backups') })).ok).toBe(true)
  await core.call('backups.make', {})
  const made = () => readdirSync(join(folder, 'backups')).find((name) => !name.includes('.'))
  await expect.poll(made).toBeDefined()
  await core.call('vault.lock', {})
  const path = join(folder, 'backups', made() ?? '')
  takeAway()
  expect(await core.run('backups.offer', { path })).toEqual(notWritable)
  giveBack()
  expect((await core.run('backups.offer', { path })).ok).toBe(true)
})
