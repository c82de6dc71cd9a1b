import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createCore } from '../../src/main/core/create-core.ts'
import { createSystemClock, systemRandom } from '../../src/main/core/effects.ts'
import { floor } from '../../src/main/core/vault/slot-key.ts'
import { createComputerKey } from '../../src/main/ipc/computer-key.ts'
import { createKeyStore } from '../../src/main/security/key-store.ts'
import { createFakeSafeStorage } from '../support/fake-safe-storage.ts'

// A console that turns the computer's way in on or off, and dies on the way where it is told to.
const [, , act = '', folder = '', passphrase = '', storeKey = ''] = process.argv

const core = createCore({
  clock: createSystemClock(),
  random: systemRandom,
  paths: {
    vaultDir: join(folder, 'vault'),
    exportsDir: join(folder, 'exports'),
    preferencesPath: join(folder, 'preferences.json'),
  },
  push: () => undefined,
  chooseStrength: () => Promise.resolve(floor),
})
const store = createKeyStore('linux', createFakeSafeStorage(Buffer.from(storeKey, 'hex')))
const computer = createComputerKey({ core, store, randomBytes, isOpen: () => true })

const unlocked = await core.call('vault.unlock', { kind: 'passphrase', secret: passphrase })
if (!unlocked.ok) throw new Error(unlocked.error.code)
Object.assign(globalThis, { isChangingKey: true })
const changed =
  act === 'on'
    ? await computer.turnOn(passphrase)
    : await core.call('computer-key.turn-off', { authorPassphrase: passphrase })
Object.assign(globalThis, { isChangingKey: false })
writeSync(1, changed.ok ? 'changed' : changed.error.code)
await core.run('shut-down', null)
