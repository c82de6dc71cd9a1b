/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { changeSecret, type SecretChange } from '../../../src/main/core/vault/change-secret.ts'
import { readOne, write } from '../../../src/main/core/vault/database.ts'
import { letReview } from '../../../src/main/core/vault/let-review.ts'
import type { OpenVault } from '../../../src/main/core/vault/open-vault.ts'
import type { Secret } from '../../../src/main/core/vault/key-slots.ts'
import { reviewVault } from '../../../src/main/core/vault/review-vault.ts'
import { floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { z } from '../../../src/shared/zod.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { definitely, valueOf } from '../support/world.ts'
import { headerOf, makeOlderVault, newestHeaderOf, takeBack } from '../vault/older-vault.ts'
import {
  byPassphrase,
  copyOf,
  makeVault,
  passphrase,
  recoveryCode,
  temporaryFolder,
  type MadeVault,
} from '../vault/temporary-vault.ts'

const reviewerPassphrase = 'orchard violin seventeen snow'
const byCode: Secret = { kind: 'recovery', secret: recoveryCode }
const newPassphrase: Secret = { kind: 'passphrase', secret: 'gravel window thirteen otters' }
const newCode: Secret = { kind: 'recovery', secret: '7777-7777-7777-7777-7777-7777-7771' }

const fill = ({ record, private: privateStore }: OpenVault) => {
  write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`)
  write(privateStore, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
}

const made = new Map<string, MadeVault>()
beforeAll(async () => {
  made.set('version 1', await makeOlderVault(fill))
  const second = await makeOlderVault(fill)
  await letIn(second.folder)
  await takeBack(second.folder, 2, second.keys.record)
  made.set('version 2', second)
  const newest = await makeVault(fill)
  await letIn(newest.folder)
  made.set('version 3', newest)
})
afterAll(() => made.forEach((vault) => vault.remove()))

const entering = (writeHeaderNow: () => void) => writeHeaderNow()

async function letIn(folder: string): Promise<void> {
  const letting = { personId: personIdSchema.parse(randomUUID()), passphrase: reviewerPassphrase }
  valueOf(await letReview(folder, { ...letting, authorPassphrase: passphrase, strength: floor, entering }))
}

function copied(kind: string): string {
  return copyOf(definitely(made.get(kind)))
}

function change(folder: string, proof: Secret, next: Secret, others: Partial<SecretChange> = {}) {
  return changeSecret(folder, { proof, next, chooseStrength: async () => floor, ...others })
}

const nameSchema = z.strictObject({ name: z.string() })
const textSchema = z.strictObject({ text: z.string() })

/** Whether a secret of the author's opens the vault, and all of it. */
async function opens(folder: string, secret: Secret): Promise<boolean> {
  const vault = await unlockVault(folder, secret)
  if (!vault.ok) {
    expect(vault.error.code).toBe('wrong-secret')
    return false
  }
  const { record, private: privateStore } = vault.value
  expect(readOne(record, sql`SELECT name FROM clinic`, nameSchema)?.name).toBe('Elm Street')
  expect(readOne(privateStore, sql`SELECT text FROM private_note`, textSchema)?.text).toBe('a thought')
  vault.value.close()
  return true
}

async function reviews(folder: string): Promise<boolean> {
  const reviewed = await reviewVault(folder, reviewerPassphrase)
  if (reviewed.ok) reviewed.value.close()
  return reviewed.ok
}

/** A hash of both databases, byte for byte. */
function hashDatabases(folder: string): string[] {
  return ['record.db', 'private.db'].map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  )
}

function bytesOf(folder: string) {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
}

describe.each([
  ['version 1', false],
  ['version 2', true],
  ['version 3', true],
])('in a vault of %s', (kind, isReviewed) => {
  it('another passphrase opens all, the old one nothing, and no byte of a database is changed', async () => {
    const folder = copied(kind)
    const before = hashDatabases(folder)
    const old = definitely(headerOf(folder).slots.find((slot) => slot.kind === 'passphrase'))
    valueOf(await change(folder, byPassphrase, newPassphrase))
    expect(hashDatabases(folder)).toEqual(before)
    const header = newestHeaderOf(folder)
    const slots = header.slots.filter((slot) => slot.kind === 'passphrase')
    expect(slots).toHaveLength(1)
    expect(definitely(slots[0]).argon2id.salt).not.toBe(old.argon2id.salt)
    expect(await opens(folder, newPassphrase)).toBe(true)
    expect(await opens(folder, byPassphrase)).toBe(false)
    expect(await opens(folder, byCode)).toBe(true)
    expect(await reviews(folder)).toBe(isReviewed)
    expect(readdirSync(folder).toSorted()).toEqual(['private.db', 'record.db', 'vault.json'])
  })

  it('another recovery code opens all, and the old one nothing', async () => {
    const folder = copied(kind)
    const before = hashDatabases(folder)
    valueOf(await change(folder, byPassphrase, newCode))
    expect(hashDatabases(folder)).toEqual(before)
    expect(newestHeaderOf(folder).slots.filter((slot) => slot.kind === 'recovery')).toHaveLength(1)
    expect(await opens(folder, newCode)).toBe(true)
    expect(await opens(folder, byCode)).toBe(false)
    expect(await opens(folder, byPassphrase)).toBe(true)
    expect(await reviews(folder)).toBe(isReviewed)
  })
})

it('whoever lost the passphrase makes another with the recovery code', async () => {
  const folder = copied('version 3')
  valueOf(await change(folder, byCode, newPassphrase))
  expect(await opens(folder, newPassphrase)).toBe(true)
  expect(await opens(folder, byPassphrase)).toBe(false)
  expect(await opens(folder, byCode)).toBe(true)
})

it('the new slot is as strong as was measured for it, and that is measured only once the proof is right', async () => {
  const folder = copied('version 3')
  const measured = { ...floor, passes: 4 }
  let count = 0
  const chooseStrength = async () => {
    count += 1
    return measured
  }
  const wrong = { kind: 'passphrase', secret: 'not it at all' } as const
  expect(await change(folder, wrong, newPassphrase, { chooseStrength })).toEqual({
    ok: false,
    error: { code: 'wrong-secret' },
  })
  expect(count).toBe(0)
  valueOf(await change(folder, byPassphrase, newPassphrase, { chooseStrength }))
  const slot = definitely(newestHeaderOf(folder).slots.find(({ kind }) => kind === 'passphrase'))
  expect(slot.argon2id).toMatchObject(measured)
})

it('works while the vault is open, which stays so', async () => {
  const folder = copied('version 3')
  const vault = valueOf(await unlockVault(folder, byPassphrase))
  onTestFinished(() => vault.close())
  valueOf(await change(folder, byPassphrase, newPassphrase))
  expect(vault.isOpen()).toBe(true)
  write(vault.record, sql`UPDATE clinic SET name = 'Oak Street'`)
  vault.close()
  const again = valueOf(await unlockVault(folder, newPassphrase))
  expect(readOne(again.record, sql`SELECT name FROM clinic`, nameSchema)?.name).toBe('Oak Street')
  again.close()
})

it.each<[string, Secret, Secret, object]>([
  ['a wrong passphrase', { kind: 'passphrase', secret: 'no' }, newPassphrase, { code: 'wrong-secret' }],
  [
    'a reviewer’s passphrase for a proof',
    { kind: 'passphrase', secret: reviewerPassphrase },
    newPassphrase,
    { code: 'wrong-secret' },
  ],
  [
    'a passphrase that is too short',
    byPassphrase,
    { kind: 'passphrase', secret: 'short one' },
    { code: 'weak-passphrase' },
  ],
  ['the passphrase that it is already', byPassphrase, byPassphrase, { code: 'same-passphrase' }],
  [
    'a reviewer’s passphrase',
    byPassphrase,
    { kind: 'passphrase', secret: reviewerPassphrase },
    { code: 'same-passphrase' },
  ],
  [
    'what is no code',
    byPassphrase,
    { kind: 'recovery', secret: '7777-7777-7777-7777-7777-7777-7777' },
    { code: 'bad-input', fields: [{ path: 'recoveryCode', rule: 'not-a-code' }] },
  ],
])('%s changes no byte', async (_, proof, next, error) => {
  const folder = copied('version 3')
  const before = bytesOf(folder)
  expect(await change(folder, proof, next)).toEqual({ ok: false, error })
  expect(bytesOf(folder)).toEqual(before)
})

it('of two changes at once one is refused, and undoes nothing', async () => {
  const folder = copied('version 3')
  const [one, other] = await Promise.all([
    change(folder, byPassphrase, newPassphrase),
    change(folder, byPassphrase, newCode),
  ])
  const [changed, refused] = one.ok ? [one, other] : [other, one]
  valueOf(changed)
  expect(refused).toEqual({ ok: false, error: { code: 'in-use' } })
  expect([await opens(folder, newPassphrase), await opens(folder, newCode)]).toEqual([one.ok, other.ok])
})

it('a full disk leaves the old passphrase, and nothing half written', async ({ skip }) => {
  const home = temporaryFolder()
  onTestFinished(() => rmSync(home, { recursive: true }))
  const { folder: original } = definitely(made.get('version 3'))
  const names = readdirSync(original)
  const pages = names.map((name) => Math.ceil(readFileSync(join(original, name)).length / 4_096))
  const disk = mountSmallDisk(join(home, 'vault'), pages.reduce((sum, count) => sum + count, 0) * 4_096)
  if (typeof disk === 'string') return skip(disk)
  onTestFinished(() => disk.remove())
  for (const name of names) copyFileSync(join(original, name), join(disk.path, name))
  const before = bytesOf(disk.path)
  expect(await change(disk.path, byPassphrase, newPassphrase)).toEqual({
    ok: false,
    error: { code: 'disk-full' },
  })
  expect(bytesOf(disk.path)).toEqual(before)
})
