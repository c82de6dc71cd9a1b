/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { randomBytes, randomUUID } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { isWhole, connect } from '../../../src/main/core/vault/connect.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { forgetKeys, type AuthorKeys } from '../../../src/main/core/vault/key-slots.ts'
import { letReview } from '../../../src/main/core/vault/let-review.ts'
import { drawNewKeys, type NewKeys } from '../../../src/main/core/vault/new-keys.ts'
import { bothStores, renewKeys, type Renewing } from '../../../src/main/core/vault/renew-keys.ts'
import { reviewVault } from '../../../src/main/core/vault/review-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { readHeaderOf, unlockVault, withKeys } from '../../../src/main/core/vault/unlock-vault.ts'
import type { VaultFailure } from '../../../src/main/core/vault/vault-failure.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { proposeRecoveryCode } from '../../../src/shared/vault/recovery-code.ts'
import { valueOf } from '../support/world.ts'
import { makeOlderVault } from './older-vault.ts'
import { decryptDatabase, openDecrypted } from './sqlcipher-pages.ts'
import {
  byPassphrase,
  copyOf,
  makeVault,
  passphrase,
  recoveryCode,
  type MadeVault,
} from './temporary-vault.ts'

const reviewer = { personId: personIdSchema.parse(randomUUID()), passphrase: 'orchard violin seventeen snow' }
const secrets = { passphrase, recoveryCode }
const byCode = { kind: 'recovery', secret: recoveryCode } as const

let made: MadeVault
beforeAll(async () => {
  made = await makeVault(({ record, private: privateStore }) => {
    write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
    // More than a slice, with pages that are free again, and some that were never written.
    write(record, sql`CREATE TABLE filler (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT`)
    for (let id = 1; id <= 40; id += 1)
      write(record, sql`INSERT INTO filler VALUES (${id}, randomblob(${20_000}))`)
    write(record, sql`DELETE FROM filler WHERE id % 3 = 0`)
    write(privateStore, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
  })
  const letIn = { ...reviewer, authorPassphrase: passphrase, strength: floor }
  valueOf(await letReview(made.folder, { ...letIn, entering: (now) => now() }))
})
afterAll(() => made.remove())

async function draw(folder: string): Promise<NewKeys> {
  const drawn = await drawNewKeys(folder, secrets, async () => floor, randomBytes)
  return drawn.ok ? drawn.value : expect.unreachable(drawn.error.code)
}

async function renew(folder: string, watch: Partial<Renewing> = {}) {
  const fresh = watch.fresh ?? (await draw(folder))
  return renewKeys({
    folder,
    fresh,
    randomBytes,
    onBytes: () => undefined,
    pause: async () => undefined,
    goesOn: () => true,
    plan: { stores: bothStores, alter: null, last: () => undefined },
    ...watch,
  })
}

async function keysOf(folder: string): Promise<AuthorKeys> {
  const kept = await withKeys<AuthorKeys, VaultFailure>(
    folder,
    byPassphrase,
    ({ root, record, private: privateKey }) =>
      succeed({ root: Buffer.from(root), record: Buffer.from(record), private: Buffer.from(privateKey) }),
  )
  return valueOf(kept)
}

const bytesOf = (folder: string) =>
  readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')])

const stores = ['record', 'private'] as const

it('every key is another one, every page is under it, and what is in the databases is what it was', async () => {
  const folder = copyOf(made)
  const old = await keysOf(folder)
  const contentOf = (keys: AuthorKeys) =>
    stores.map((store) => decryptDatabase(readFileSync(join(folder, `${store}.db`)), keys[store]))
  const before = contentOf(old)
  const salts = stores.map((store) =>
    readFileSync(join(folder, `${store}.db`))
      .subarray(0, 16)
      .toString('hex'),
  )
  expect(await renew(folder)).toEqual(succeed(null))
  const keys = await keysOf(folder)
  for (const name of ['root', 'record', 'private'] as const)
    expect(keys[name].equals(old[name]), name).toBe(false)
  expect(new Set([keys.root, keys.record, keys.private].map((key) => key.toString('hex'))).size).toBe(3)
  // Read by code that shares nothing with what wrote it.
  expect(contentOf(keys).map((bytes, index) => bytes.equals(before[index] ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
  ])
  const plain = openDecrypted(contentOf(keys)[0] ?? Buffer.alloc(0))
  expect(plain.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  plain.close()
  for (const [index, store] of stores.entries()) {
    const path = join(folder, `${store}.db`)
    expect(readFileSync(path).subarray(0, 16).toString('hex')).not.toBe(salts[index])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const connected = valueOf(connect(store, path, keys[store]))
    expect(isWhole(connected)).toBe(true)
    connected.close()
    expect(connect(store, path, old[store]).ok).toBe(false)
  }
  expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  forgetKeys(old)
})

it('both secrets open it as before, and so does a reviewer’s; the slots of the author have another salt', async () => {
  const folder = copyOf(made)
  const before = valueOf(readHeaderOf(folder))
  expect(await renew(folder)).toEqual(succeed(null))
  for (const secret of [byPassphrase, byCode]) valueOf(await unlockVault(folder, secret)).close()
  valueOf(await reviewVault(folder, reviewer.passphrase)).close()
  const after = valueOf(readHeaderOf(folder))
  expect(after.version).toBe(3)
  expect(after.vaultId).toBe(before.vaultId)
  const isSameSalt = after.slots.map(({ id, argon2id, kind }) => [
    kind,
    before.slots.find((slot) => slot.id === id)?.argon2id.salt === argon2id.salt,
  ])
  expect(Object.fromEntries(isSameSalt)).toEqual({ passphrase: false, recovery: false, reviewer: true })
})

it('a vault of version 1 gets a root that is no key of a database any more', async () => {
  const older = await makeOlderVault()
  onTestFinished(() => older.remove())
  const { folder, keys: old } = older
  expect(valueOf(readHeaderOf(folder)).version).toBe(1)
  expect(old.root.equals(old.private)).toBe(true)
  expect(await renew(folder)).toEqual(succeed(null))
  const keys = await keysOf(folder)
  expect(keys.root.equals(keys.private)).toBe(false)
  for (const key of [keys.root, keys.record, keys.private])
    expect([old.root, old.record].some((one) => one.equals(key))).toBe(false)
})

it('both secrets are asked for: with one of them wrong nothing is drawn', async () => {
  const folder = copyOf(made)
  const before = bytesOf(folder)
  const drawWith = (typed: Partial<typeof secrets>) =>
    drawNewKeys(folder, { ...secrets, ...typed }, async () => floor, randomBytes)
  expect(await drawWith({ passphrase: 'not it at all' })).toEqual(fail({ code: 'wrong-secret' }))
  expect(await drawWith({ passphrase: reviewer.passphrase })).toEqual(fail({ code: 'wrong-secret' }))
  expect(await drawWith({ recoveryCode: proposeRecoveryCode(randomBytes) })).toEqual(
    fail({ code: 'wrong-code' }),
  )
  expect(bytesOf(folder)).toEqual(before)
})

it('cancelled after any slice, it leaves every byte as it was', async () => {
  const folder = copyOf(made)
  const before = bytesOf(folder)
  const fresh = await draw(folder)
  let slices = Infinity
  for (let after = 1; after < slices; after += 1) {
    let count = 0
    const renewed = await renew(folder, {
      fresh,
      goesOn() {
        count += 1
        return count < after
      },
    })
    if (renewed.ok) slices = after
    else {
      expect(renewed).toEqual(fail({ code: 'cancelled' }))
      expect(bytesOf(folder)).toEqual(before)
    }
  }
  // Two databases, written and read back: more than four slices, since the record has several.
  expect(slices).toBeGreaterThan(6)
})

it('a page that is damaged is not made whole: nothing changes, and the database is named', async () => {
  for (const store of stores) {
    const folder = copyOf(made)
    const path = join(folder, `${store}.db`)
    const bytes = readFileSync(path)
    const at = bytes.length - 2_000
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const before = bytesOf(folder)
    expect(await renew(folder)).toEqual(fail({ code: `damaged-${store}` }))
    expect(bytesOf(folder)).toEqual(before)
  }
})

it('a page in the place of another, and half a page, are damage too', async () => {
  for (const harm of ['swap', 'cut'] as const) {
    const folder = copyOf(made)
    const path = join(folder, 'record.db')
    const bytes = readFileSync(path)
    if (harm === 'swap') bytes.copyWithin(3 * 4_096, 4 * 4_096, 5 * 4_096)
    writeFileSync(path, harm === 'swap' ? bytes : bytes.subarray(0, -100))
    const before = bytesOf(folder)
    expect(await renew(folder)).toEqual(fail({ code: 'damaged-record' }))
    expect(bytesOf(folder)).toEqual(before)
  }
})

it('what somebody else writes meanwhile is not lost: the change is given up', async () => {
  for (const name of ['record.db', 'private.db', 'vault.json', 'record.db-wal']) {
    const folder = copyOf(made)
    let isDone = false
    const renewed = await renew(folder, {
      async pause() {
        if (!isDone) appendFileSync(join(folder, name), Buffer.alloc(4_096, 7))
        isDone = true
      },
    })
    expect(renewed.ok, name).toBe(false)
    const left = readdirSync(folder).filter((one) => one !== 'record.db-wal')
    expect(left.toSorted(), name).toEqual(['private.db', 'record.db', 'vault.json'])
  }
})

it('progress goes on in steps that are small against the whole, and ends with every byte written and read back', async () => {
  const folder = copyOf(made)
  const bytes = stores.reduce((sum, store) => sum + statSync(join(folder, `${store}.db`)).size, 0)
  const told: number[] = []
  await renew(folder, { onBytes: (_step, count) => void told.push(count) })
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(2 * bytes)
  expect(Math.max(...told)).toBeLessThanOrEqual(262_144)
})
