import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createVaultAccess, type Unlocked, type VaultAccess } from '../../../src/main/core/access.ts'
import { systemRandom } from '../../../src/main/core/effects.ts'
import { createRenewal, type Renewal } from '../../../src/main/core/keys/renewal.ts'
import { createTries } from '../../../src/main/core/keys/tries.ts'
import { alterInThread } from '../../../src/main/core/retention/alter-in-thread.ts'
import type { NewKeys } from '../../../src/main/core/vault/new-keys.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { drawStoreKeys } from '../../../src/main/core/vault/store-keys.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { createSimulatedClock } from '../support/simulated-clock.ts'
import { valueOf } from '../support/world.ts'
import { byPassphrase, makeVault, passphrase, type MadeVault } from '../vault/temporary-vault.ts'

const push = () => undefined

let vault: MadeVault
let access: VaultAccess<Unlocked>
let renewal: Renewal
let fresh: NewKeys
beforeEach(async () => {
  vault = await makeVault()
  const vaultDir = vault.folder
  access = createVaultAccess({ vaultDir, push, enter: ({ role }) => ({ role, end: () => undefined }) })
  access.open(valueOf(await unlockVault(vaultDir, byPassphrase)), { openedBy: 'passphrase' })
  renewal = createRenewal({
    vaultDir,
    access,
    push,
    clock: createSimulatedClock(),
    random: systemRandom,
    chooseStrength: async () => floor,
    tries: createTries(access, () => undefined),
    leaveTurn: () => undefined,
  })
  const drawing = { stores: ['record'], authorPassphrase: passphrase, randomBytes } as const
  fresh = valueOf(await drawStoreKeys(vaultDir, drawing))
})
afterEach(() => {
  access.lock()
  vault.remove()
})

const plan = { stores: ['record'], alter: null, last: () => undefined } as const
const change = () => renewal.change({ act: 'revoke', fresh, plan })
const areForgotten = () =>
  [fresh.keys, fresh.newKeys].every((keys) =>
    [keys.root, keys.record, keys.private].every((key) => key.equals(Buffer.alloc(key.length))),
  )

it('keys that were made new are zeroed once they count', async () => {
  expect(areForgotten()).toBe(false)
  expect(await change()).toEqual({ ok: true, value: null })
  expect(areForgotten()).toBe(true)
})

it('those that never counted are zeroed when it is cancelled', async () => {
  const ending = change()
  renewal.cancel()
  expect(await ending).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(areForgotten()).toBe(true)
})

it('a lock zeroes all of them at once, whatever is still at work', async () => {
  const ending = change()
  access.lock()
  expect(areForgotten()).toBe(true)
  expect(await ending).toEqual({ ok: false, error: { code: 'locked' } })
})

it('what is asked while the last one is at work gets none of them', async () => {
  const ending = change()
  const drawing = { stores: ['record'], authorPassphrase: passphrase, randomBytes } as const
  const first = fresh
  fresh = valueOf(await drawStoreKeys(vault.folder, drawing))
  expect(await change()).toEqual({ ok: false, error: { code: 'in-use' } })
  expect(areForgotten()).toBe(true)
  fresh = first
  expect(await ending).toEqual({ ok: true, value: null })
})

const toldSchema = z.object({ had: z.instanceof(Uint8Array), shared: z.instanceof(SharedArrayBuffer) })

it('the thread that alters a copy leaves no key in the memory that it shares with the core', async () => {
  const key = randomBytes(32)
  const copy = { store: 'private', path: 'none', into: 'none', key } as const
  const alteration = { kind: 'destroy-private', sessionIds: [], destroyedAtMs: 0 } as const
  // A thread that does nothing but answer with what it was given.
  const thread = new URL('./answer-with-key.ts', import.meta.url)
  const told: unknown[] = []
  const altered = await alterInThread(copy, alteration, (taken) => told.push(taken), thread)
  expect(altered).toEqual({ ok: true, value: null })
  const { had, shared } = toldSchema.parse(told[0])
  expect(key.equals(had)).toBe(true)
  expect(new Uint8Array(shared)).toEqual(new Uint8Array(32))
})
