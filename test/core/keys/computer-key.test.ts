import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LeftByCore } from '../../../src/main/core/create-core.ts'
import { typedForMs } from '../../../src/main/core/keys/typed-lately.ts'
import { createComputerKey, type ComputerKey } from '../../../src/main/ipc/computer-key.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { maxTries } from '../../../src/shared/ipc/conceal-calls.ts'
import { createFakeSafeStorage, type FakeSafeStorage } from '../../support/fake-safe-storage.ts'
import {
  createReviewedWorld,
  privateWords,
  reviewerPassphrase,
  type ReviewedWorld,
} from '../reviewer/reviewed-world.ts'
import { createNextCore, definitely, passphrase, recoveryCode, type World } from '../support/world.ts'

let reviewed: ReviewedWorld
let world: World
let storage: FakeSafeStorage
let computer: ComputerKey
beforeEach(async () => {
  reviewed = await createReviewedWorld()
  world = reviewed.world
  storage = createFakeSafeStorage()
  computer = createComputerKey({
    core: world.core,
    store: createKeyStore('linux', storage),
    randomBytes,
    isOpen: () => true,
  })
})
afterEach(() => world.close())

const done = { ok: true, value: null }
const failed = (code: string) => ({ ok: false, error: { code } })
const is = (state: string) => ({ ok: true, value: state })

const keptPath = () => join(world.folder, 'computer-key.json')
const headerVersion = (): unknown =>
  JSON.parse(readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8')).version
const lock = () => world.get('vault.lock', {})
const type = (secret = passphrase) => world.ask('vault.unlock', { kind: 'passphrase', secret })

async function turnOn(): Promise<void> {
  expect(await computer.turnOn(passphrase)).toEqual(done)
}

async function stillOpens(): Promise<unknown> {
  await lock()
  const opened = await computer.open()
  return opened.ok ? true : opened.error.code
}

describe('once it is on', () => {
  beforeEach(turnOn)

  it('opens after a lock all that the passphrase opens, and the log says by what', async () => {
    expect(await computer.state()).toEqual(is('ready'))
    await lock()
    expect(await computer.state()).toEqual(is('ready'))
    expect(await computer.open()).toEqual(done)
    expect(await world.get('vault.access', {})).toBe('unlocked')
    const { sessionId } = reviewed.session
    const notes = await world.get('session.private-notes', { sessionId })
    expect(JSON.stringify(notes)).toContain(privateWords)
    const log = await world.get('access.list', { beforeSeq: null, personId: null })
    expect(log.slice(0, 2).map(({ openedBy, what }) => [openedBy, what])).toEqual([
      ['computer', 'opened'],
      ['passphrase', 'computer-key-on'],
    ])
    expect(JSON.stringify((await world.get('privacy.measure', {})).openings.newest[0])).toContain('computer')
  })

  it('opens beside the passphrase and the recovery code, and never instead of them', async () => {
    await lock()
    expect(await type()).toEqual(done)
    await lock()
    expect(await world.ask('vault.unlock', { kind: 'recovery', secret: recoveryCode })).toEqual(done)
    await lock()
    expect(await type(reviewerPassphrase)).toEqual(done)
  })

  it('waits for the passphrase after each start of the console; a core that goes on with another’s run does not', async () => {
    await lock()
    const open = (left: LeftByCore | null) => {
      const core = createNextCore(world, left)
      return createComputerKey({
        core,
        store: createKeyStore('linux', storage),
        randomBytes,
        isOpen: () => true,
      }).open()
    }
    const left = definitely(await world.core.handOver())
    expect(await open(null)).toEqual(failed('passphrase-first'))
    expect(await open(left)).toEqual(done)
  })

  it('waits for the passphrase after a working day', async () => {
    await lock()
    world.clock.pass(typedForMs - 1)
    expect(await computer.open()).toEqual(done)
    await lock()
    world.clock.pass(1)
    expect(await computer.state()).toEqual(is('passphrase-first'))
    expect(await computer.open()).toEqual(failed('passphrase-first'))
    expect(await type()).toEqual(done)
    await lock()
    expect(await computer.open()).toEqual(done)
  })

  it('counts sleep into the working day', async () => {
    await lock()
    world.clock.sleep(typedForMs)
    expect(await computer.open()).toEqual(failed('passphrase-first'))
  })

  it('waits for the passphrase after five wrong tries', async () => {
    for (let count = 0; count < maxTries; count += 1)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await world.ask('keys.propose-recovery-code', { authorPassphrase: 'not it' })
    expect(await world.get('vault.access', {})).toBe('locked')
    expect(await computer.open()).toEqual(failed('passphrase-first'))
  })

  it('waits for the passphrase after a lock while the names were concealed', async () => {
    await world.get('conceal.begin', {})
    await lock()
    expect(await computer.open()).toEqual(failed('passphrase-first'))
  })

  it('waits for the passphrase after a reviewer, and is not theirs to see or to turn on', async () => {
    await lock()
    await type(reviewerPassphrase)
    expect(await computer.state()).toEqual(failed('not-allowed'))
    expect(await computer.turnOn(passphrase)).toEqual(failed('not-allowed'))
    await lock()
    expect(await computer.open()).toEqual(failed('passphrase-first'))
  })

  it('is turned off with the passphrase: its slot and its file are gone, and what it was opens nothing', async () => {
    const kept = readFileSync(keptPath())
    expect(headerVersion()).toBe(4)
    const off = (authorPassphrase: string) => world.ask('computer-key.turn-off', { authorPassphrase })
    expect(await off('not it')).toEqual(failed('wrong-secret'))
    expect(await computer.state()).toEqual(is('ready'))
    expect(await off(passphrase)).toEqual(done)
    expect(existsSync(keptPath())).toBe(false)
    expect(headerVersion()).toBe(3)
    expect(await computer.state()).toEqual(is('off'))
    const secret = await secretIn(kept)
    await lock()
    expect(await world.core.run('computer-key.open', { secret })).toEqual(failed('computer-key-lost'))
    expect(await type()).toEqual(done)
  })

  it('is turned on anew in its own place, and what it was before opens nothing', async () => {
    const kept = readFileSync(keptPath())
    await turnOn()
    const secret = await secretIn(kept)
    await lock()
    expect(await world.core.run('computer-key.open', { secret })).toEqual(failed('computer-key-lost'))
    expect(await computer.open()).toEqual(done)
  })

  it('keeps the secret sealed, in a file of its owner’s alone, and in none of the vault’s', async () => {
    const text = readFileSync(keptPath(), 'utf8')
    const secret = await secretIn(text)
    expect(Buffer.from(secret, 'base64')).toHaveLength(32)
    expect(statSync(keptPath()).mode & 0o777).toBe(0o600)
    const { vaultDir } = world.paths
    const files = [keptPath(), ...readdirSync(vaultDir).map((name) => join(vaultDir, name))]
    for (const file of files)
      for (const form of [secret, Buffer.from(secret, 'base64')])
        expect(readFileSync(file).includes(form), file).toBe(false)
    expect(JSON.stringify(world.pushed)).not.toContain(secret)
  })
})

describe('what is done with the other ways in', () => {
  beforeEach(turnOn)

  it('another passphrase, another code and another reviewer leave it as it is', async () => {
    const proof = { kind: 'passphrase', secret: passphrase } as const
    await world.get('keys.change-passphrase', { proof, passphrase: 'gravel window thirteen otters' })
    expect(await stillOpens()).toBe(true)
    const authorPassphrase = 'gravel window thirteen otters'
    const code = await world.get('keys.propose-recovery-code', { authorPassphrase })
    await world.get('keys.change-recovery-code', { authorPassphrase, recoveryCode: code })
    expect(await stillOpens()).toBe(true)
    const { personId } = await world.get('roster.create-facilitator', {
      name: 'Ida Moss',
      initials: 'IM',
      credentials: '',
    })
    await world.get('reviewer.let-in', {
      personId,
      passphrase: 'amber kettle ninety doors',
      authorPassphrase,
    })
    expect(await stillOpens()).toBe(true)
  })
})

describe('what the computer keeps secrets by', () => {
  it.each(['basic_text', 'unknown'] as const)(
    '%s is refused: nothing is offered, and nothing turned on',
    async (backend) => {
      storage.backend = backend
      expect(await computer.state()).toEqual(is('not-here'))
      expect(await computer.turnOn(passphrase)).toEqual(failed('no-key-store'))
      expect(existsSync(keptPath())).toBe(false)
      expect(headerVersion()).toBe(3)
    },
  )

  it('a store that is not there, or does not give back what it took, is refused', async () => {
    storage.isAvailable = false
    expect(await computer.state()).toEqual(is('not-here'))
    storage.isAvailable = true
    const forgetful = { ...storage, encryptStringAsync: async () => Buffer.from('nothing of yours') }
    const other = createComputerKey({
      core: world.core,
      store: createKeyStore('linux', forgetful),
      randomBytes,
      isOpen: () => true,
    })
    expect(await other.turnOn(passphrase)).toEqual(failed('no-key-store'))
    expect(existsSync(keptPath())).toBe(false)
  })

  it('another one than on the day on which it was turned on is a failure of its own', async () => {
    await turnOn()
    await lock()
    storage.backend = 'kwallet6'
    expect(await computer.state()).toEqual(is('changed'))
    expect(await computer.open()).toEqual(failed('key-store-changed'))
    storage.backend = 'basic_text'
    expect(await computer.state()).toEqual(is('changed'))
    expect(await computer.open()).toEqual(failed('no-key-store'))
    expect(await type()).toEqual(done)
    expect(await world.ask('computer-key.turn-off', { authorPassphrase: passphrase })).toEqual(done)
    expect(await computer.state()).toEqual(is('not-here'))
  })

  it('one that was reset, or is another person’s, is a failure of its own, and the vault stays as it was', async () => {
    await turnOn()
    await lock()
    storage.reset()
    expect(await computer.open()).toEqual(failed('computer-key-lost'))
    expect(await world.get('vault.access', {})).toBe('locked')
    expect(await type()).toEqual(done)
  })

  it('seals anew what it says is outdated, and no sooner than it has opened the vault', async () => {
    await turnOn()
    const before = readFileSync(keptPath(), 'utf8')
    storage.isOutdated = true
    await lock()
    expect(await computer.open()).toEqual(done)
    expect(readFileSync(keptPath(), 'utf8')).not.toBe(before)
    storage.isOutdated = false
    await lock()
    expect(await computer.open()).toEqual(done)
  })

  it('a wrong passphrase turns nothing on, and counts as a try', async () => {
    for (let count = 0; count < maxTries; count += 1)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      expect(await computer.turnOn('not it')).toEqual(failed('wrong-secret'))
    expect(existsSync(keptPath())).toBe(false)
    expect(headerVersion()).toBe(3)
    expect(await world.get('vault.access', {})).toBe('locked')
  })

  it('a file that was kept for another vault, or is none, is as if there were none', async () => {
    await turnOn()
    const kept = readFileSync(keptPath(), 'utf8')
    for (const text of ['', '{}', kept.replace(/[0-9a-f]{8}-/u, '00000000-')]) {
      writeFileSync(keptPath(), text)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await computer.state()).toEqual(is('off'))
    }
  })
})

/** What the computer has sealed, as the file says it. */
function sealedIn(kept: string | Buffer): Uint8Array {
  const { sealed }: { sealed: string } = JSON.parse(kept.toString())
  return Buffer.from(sealed, 'base64')
}

async function secretIn(kept: Buffer | string): Promise<string> {
  const unsealed = await createKeyStore('linux', storage).unseal(sealedIn(kept))
  return unsealed.ok ? unsealed.value.text : ''
}
