import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createComputerKey, type ComputerKey } from '../../../src/main/ipc/computer-key.ts'
import { createKeyStore } from '../../../src/main/security/key-store.ts'
import { createFakeSafeStorage, type FakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { createOpenWorld, passphrase, type World } from '../support/world.ts'

// A Linux whose key ring gives no key, whatever it is called: what is sealed then anybody can open.

let world: World
let storage: FakeSafeStorage
let computer: ComputerKey
let isOpen = true
beforeEach(async () => {
  isOpen = true
  world = await createOpenWorld()
  storage = createFakeSafeStorage()
  computer = createComputerKey({
    core: world.core,
    store: createKeyStore('linux', storage),
    randomBytes,
    isOpen: () => isOpen,
  })
})
afterEach(() => world.close())

const done = { ok: true, value: null }
const failed = (code: string) => ({ ok: false, error: { code } })
const is = (state: string) => ({ ok: true, value: state })

const keptPath = () => join(world.folder, 'computer-key.json')
const lock = () => world.get('vault.lock', {})

async function turnOn(): Promise<void> {
  expect(await computer.turnOn(passphrase)).toEqual(done)
}

it('a key ring that gives no key is refused, whatever its name: nothing is offered, and nothing turned on', async () => {
  storage.hasKeyRing = false
  expect(storage.getSelectedStorageBackend()).toBe('gnome_libsecret')
  expect(await computer.state()).toEqual(is('not-here'))
  expect(await computer.turnOn(passphrase)).toEqual(failed('no-key-store'))
  expect(existsSync(keptPath())).toBe(false)
  const header = readFileSync(join(world.paths.vaultDir, 'vault.json'), 'utf8')
  expect(header).not.toContain('"computer"')
})

it('what was kept so that anybody could read it does not open, and can be turned off', async () => {
  await turnOn()
  const { sealed, ...kept }: { sealed: string } = JSON.parse(readFileSync(keptPath(), 'utf8'))
  const { result: secret } = await storage.decryptStringAsync(Buffer.from(sealed, 'base64'))
  storage.hasKeyRing = false
  const anybodys = await storage.encryptStringAsync(secret)
  writeFileSync(keptPath(), JSON.stringify({ ...kept, sealed: anybodys.toString('base64') }))
  for (const hasKeyRing of [false, true]) {
    storage.hasKeyRing = hasKeyRing
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await lock()
    // oxlint-disable-next-line no-await-in-loop
    expect(await computer.state()).toEqual(is('changed'))
    // oxlint-disable-next-line no-await-in-loop
    expect(await computer.open()).toEqual(failed('key-store-changed'))
  }
  expect(await world.get('vault.access', {})).toBe('locked')
  expect(await world.ask('vault.unlock', { kind: 'passphrase', secret: passphrase })).toEqual(done)
  expect(await world.ask('computer-key.turn-off', { authorPassphrase: passphrase })).toEqual(done)
  expect(existsSync(keptPath())).toBe(false)
})

it('a key ring that is locked for now is a failure of its own, and opens again once it is not', async () => {
  await turnOn()
  await lock()
  const before = readFileSync(keptPath(), 'utf8')
  storage.hasKeyRing = false
  expect(await computer.state()).toEqual(is('ready'))
  expect(await computer.open()).toEqual(failed('key-store-away'))
  expect(readFileSync(keptPath(), 'utf8')).toBe(before)
  storage.hasKeyRing = true
  expect(await computer.open()).toEqual(done)
})

it('whoever is still before the door is not asked for the key ring while nothing of it is wanted', async () => {
  const asked = vi.spyOn(storage, 'encryptStringAsync')
  isOpen = false
  expect(await computer.state()).toEqual(is('off'))
  expect(asked).not.toHaveBeenCalled()
  isOpen = true
  expect(await computer.state()).toEqual(is('off'))
  expect(asked).toHaveBeenCalled()
})
