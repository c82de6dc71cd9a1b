import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../../src/main/core/vault/connect.ts'
import { lettingWrite, readAll, write } from '../../../src/main/core/vault/database.ts'
import {
  isAuthentic,
  makeHeader,
  privateKeyContext,
  reviewerKeyContext,
  recordKeyContext,
  wrappedKeyContext,
  writeHeader,
  type NewestHeader,
} from '../../../src/main/core/vault/header.ts'
import { letReview } from '../../../src/main/core/vault/let-review.ts'
import { reviewVault } from '../../../src/main/core/vault/review-vault.ts'
import { openAsReviewer, reviewerSlotsOf } from '../../../src/main/core/vault/reviewer-slots.ts'
import { deriveSlotKey, floor } from '../../../src/main/core/vault/slot-key.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { StoreError } from '../../../src/main/core/vault/store-error.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { deriveAuthorKey, unwrapKey, wrapKey } from '../../../src/main/core/vault/wrap-key.ts'
import { personIdSchema } from '../../../src/shared/ids.ts'
import { z } from '../../../src/shared/zod.ts'
import { definitely, valueOf } from '../support/world.ts'
import { newestHeaderOf } from './older-vault.ts'
import { isInMemory, openedFiles, openInChild } from './look-into-child.ts'
import {
  byPassphrase,
  copyOf,
  makeVault,
  passphrase,
  recoveryCode,
  type MadeVault,
} from './temporary-vault.ts'

const reviewerId = personIdSchema.parse('6f8f2f60-7f7a-4c1e-9c77-0e5a5d1b2c3d')
const reviewerPassphrase = 'orchard violin seventeen snow'

let vault: MadeVault
let header: NewestHeader
beforeAll(async () => {
  vault = await makeVault(({ record }) => write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`))
  valueOf(await letIn(vault.folder))
  header = newestHeaderOf(vault.folder)
})
afterAll(() => vault.remove())

function letIn(folder: string, personId = reviewerId, typed = reviewerPassphrase) {
  return letReview(folder, {
    personId,
    passphrase: typed,
    authorPassphrase: passphrase,
    strength: floor,
    entering: (writeHeaderNow) => writeHeaderNow(),
  })
}

/** Every key that a reviewer has, or can derive with what the program itself knows how to. */
async function keysOfReviewer(): Promise<Buffer[]> {
  const slot = definitely(reviewerSlotsOf(header)[0])
  const slotKey = await deriveSlotKey(Buffer.from(reviewerPassphrase), slot.argon2id)
  const entry = definitely(await openAsReviewer(header, reviewerPassphrase))
  const derived = [slotKey, entry.record].flatMap((key) => [
    deriveAuthorKey(key),
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'circlekeeper-vault 1 header mac', 32)),
  ])
  return [slotKey, entry.record, ...derived]
}

function rewrite(
  folder: string,
  change: (header: NewestHeader) => Partial<Pick<NewestHeader, 'slots' | 'privateKey'>>,
): void {
  const kept = newestHeaderOf(folder)
  const { vaultId, slots, recordKey, privateKey } = kept
  const parts = { vaultId, slots, recordKey, privateKey, ...change(kept) }
  const forged = makeHeader(parts, vault.keys.record)
  expect(isAuthentic(forged, vault.keys.record)).toBe(true)
  writeFileSync(join(folder, 'vault.json'), writeHeader(forged))
}

describe('a reviewer’s passphrase', () => {
  it('opens the record and nothing else', async () => {
    const reviewed = valueOf(await reviewVault(copyOf(vault), reviewerPassphrase))
    expect(Object.keys(reviewed).toSorted()).toEqual([
      'close',
      'personId',
      'proofs',
      'record',
      'role',
      'slotId',
    ])
    // What tells of the bytes of a file is of the record alone.
    expect(reviewed.proofs).toHaveLength(1)
    expect(reviewed.personId).toBe(reviewerId)
    expect(readAll(reviewed.record, sql`SELECT name FROM clinic`, z.unknown())).toEqual([
      { name: 'Elm Street' },
    ])
    reviewed.close()
  })

  it('is not the author’s, nor the author’s the reviewer’s', async () => {
    const folder = copyOf(vault)
    const asAuthor = await unlockVault(folder, { kind: 'passphrase', secret: reviewerPassphrase })
    expect(asAuthor).toEqual({ ok: false, error: { code: 'wrong-secret' } })
    expect(await reviewVault(folder, passphrase)).toEqual({ ok: false, error: { code: 'wrong-secret' } })
  })

  it('leaves the author’s passphrase and recovery code as they were', async () => {
    const secrets = [byPassphrase, { kind: 'recovery', secret: recoveryCode }] as const
    for (const secret of secrets) {
      // oxlint-disable-next-line no-await-in-loop -- one vault, one after the other
      valueOf(await unlockVault(vault.folder, secret)).close()
    }
  })

  it('opens without private.db, which it does not look for', async () => {
    const folder = copyOf(vault)
    rmSync(join(folder, 'private.db'))
    valueOf(await reviewVault(folder, reviewerPassphrase)).close()
  })

  it('writes nothing but what is let through', async () => {
    const reviewed = valueOf(await reviewVault(copyOf(vault), reviewerPassphrase))
    onTestFinished(() => reviewed.close())
    const rename = () => write(reviewed.record, sql`UPDATE clinic SET name = 'Oak Street'`)
    expect(rename).toThrow('not-writable')
    lettingWrite(reviewed.record, rename)
    expect(rename).toThrow('not-writable')
  })
})

describe('by cryptography', () => {
  it('a reviewer’s slot has no private key, and nothing that they hold unwraps one', async () => {
    const slot = definitely(reviewerSlotsOf(header)[0])
    expect(Object.keys(slot).toSorted()).toEqual([
      'argon2id',
      'id',
      'kind',
      'personId',
      'recordKey',
      'slotKey',
    ])
    const { vaultId } = header
    const authors = header.slots.filter((each) => each.kind !== 'reviewer')
    const wrapped = [
      header.recordKey,
      header.privateKey,
      slot.recordKey,
      slot.slotKey,
      ...authors.map(({ privateKey }) => privateKey),
    ]
    const contexts = [
      recordKeyContext(vaultId),
      privateKeyContext(vaultId),
      reviewerKeyContext(vaultId, slot, 'record'),
      reviewerKeyContext(vaultId, slot, 'slot'),
      ...authors.map((each) => wrappedKeyContext(vaultId, each, 'private')),
    ]
    const unwrapped = (await keysOfReviewer()).flatMap((key) =>
      wrapped.flatMap((each) => contexts.map((context) => unwrapKey(key, each, context))),
    )
    // The record key, once: from the slot itself.
    expect(unwrapped.filter((key) => key !== null)).toEqual([vault.keys.record])
    expect(authors).toHaveLength(2)
  })

  it('no key that they hold opens private.db', async () => {
    const path = join(copyOf(vault), 'private.db')
    for (const key of await keysOfReviewer())
      expect(connect('private', path, key)).toEqual({ ok: false, error: { code: 'damaged-private' } })
  })
})

describe.skipIf(process.platform !== 'linux')('in a process of its own', () => {
  it('a reviewer has the record key in memory and the private key nowhere', async () => {
    const folder = copyOf(vault)
    const reviewer = await openInChild('reviewer', folder, reviewerPassphrase)
    expect(isInMemory(reviewer, vault.keys.record)).toBe(true)
    expect(isInMemory(reviewer, vault.keys.private)).toBe(false)
    expect(isInMemory(reviewer, vault.keys.root)).toBe(false)
  })

  it('where the author has both, so that the search finds what is there', async () => {
    const author = await openInChild('author', copyOf(vault), passphrase)
    expect(isInMemory(author, vault.keys.record)).toBe(true)
    expect(isInMemory(author, vault.keys.private)).toBe(true)
  })

  const hasStrace = spawnSync('strace', ['-V']).status === 0

  it.skipIf(!hasStrace)('a reviewer’s process opens private.db not once', async () => {
    const reviewer = await openedFiles('reviewer', copyOf(vault), reviewerPassphrase)
    expect(reviewer).toContain('/record.db"')
    expect(reviewer).not.toContain('/private.db')
    expect(await openedFiles('author', copyOf(vault), passphrase)).toContain('/private.db"')
  })
})

describe('letting somebody review', () => {
  it.each([
    ['the author’s own passphrase', personIdSchema.parse(randomUUID()), passphrase, 'same-passphrase'],
    [
      'another reviewer’s passphrase',
      personIdSchema.parse(randomUUID()),
      reviewerPassphrase,
      'same-passphrase',
    ],
    ['whoever reviews already', reviewerId, 'another four good words', 'reviews-already'],
    ['a short passphrase', personIdSchema.parse(randomUUID()), 'short', 'weak-passphrase'],
  ])('refuses %s, and changes nothing', async (_, personId, typed, code) => {
    const folder = copyOf(vault)
    expect(await letIn(folder, personId, typed)).toEqual({ ok: false, error: { code } })
    expect(newestHeaderOf(folder)).toEqual(header)
  })

  it('keeps the old header when what belongs to it cannot be written', async () => {
    const folder = copyOf(vault)
    const letting = letReview(folder, {
      personId: personIdSchema.parse(randomUUID()),
      passphrase: 'another four good words',
      authorPassphrase: passphrase,
      strength: floor,
      entering: () => {
        throw new Error('no room')
      },
    })
    await expect(letting).rejects.toThrow('no room')
    expect(newestHeaderOf(folder)).toEqual(header)
  })

  it('says that either may last when what belongs to it is lost once the new header counts', async () => {
    const folder = copyOf(vault)
    const letting = await letReview(folder, {
      personId: personIdSchema.parse(randomUUID()),
      passphrase: 'another four good words',
      authorPassphrase: passphrase,
      strength: floor,
      entering(writeHeaderNow) {
        writeHeaderNow()
        throw new StoreError('record', 'disk-full', null)
      },
    })
    expect(letting).toEqual({ ok: false, error: { code: 'change-unsettled' } })
    expect((await reviewVault(folder, 'another four good words')).ok).toBe(true)
  })
})

describe('a header changed by a reviewer, who can write its MAC', () => {
  it('with a slot that the author did not make is damaged to the author', async () => {
    const folder = copyOf(vault)
    const argon2id = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: randomBytes(16).toString('base64') }
    const personId = personIdSchema.parse(randomUUID())
    const bare = { id: randomUUID(), kind: 'reviewer', argon2id, personId } as const
    const slotKey = await deriveSlotKey(Buffer.from('a way in of my own'), argon2id)
    const { vaultId } = header
    const wrap = (key: Buffer, which: 'record' | 'slot') =>
      wrapKey(slotKey, randomBytes(12), key, reviewerKeyContext(vaultId, bare, which))
    const added = { ...bare, recordKey: wrap(vault.keys.record, 'record'), slotKey: wrap(slotKey, 'slot') }
    rewrite(folder, ({ slots }) => ({ slots: [...slots, added] }))
    expect(await unlockVault(folder, byPassphrase)).toEqual({ ok: false, error: { code: 'damaged-header' } })
  })

  it('with a key of private.db that the author did not choose is damaged to the author', async () => {
    const before = readFileSync(join(vault.folder, 'private.db'))
    for (const under of await keysOfReviewer()) {
      const folder = copyOf(vault)
      const context = privateKeyContext(header.vaultId)
      rewrite(folder, () => ({ privateKey: wrapKey(under, randomBytes(12), randomBytes(32), context) }))
      // oxlint-disable-next-line no-await-in-loop -- each takes the memory of a derivation
      expect(await unlockVault(folder, byPassphrase)).toEqual({
        ok: false,
        error: { code: 'damaged-header' },
      })
      expect(readFileSync(join(folder, 'private.db')).equals(before)).toBe(true)
    }
  })

  it('to be somebody else opens for nobody', async () => {
    const folder = copyOf(vault)
    rewrite(folder, ({ slots }) => ({
      slots: slots.map((slot) =>
        slot.kind === 'reviewer' ? { ...slot, personId: personIdSchema.parse(randomUUID()) } : slot,
      ),
    }))
    expect(await reviewVault(folder, reviewerPassphrase)).toEqual({
      ok: false,
      error: { code: 'wrong-secret' },
    })
  })
})

it('an older program is told that the vault is newer, and not that it is damaged', () => {
  const text = readFileSync(join(vault.folder, 'vault.json'), 'utf8')
  const told = z
    .looseObject({ checksum: z.string(), format: z.string(), version: z.int() })
    .parse(JSON.parse(text))
  // All that version 1 looks at before it says so.
  expect(told).toMatchObject({ format: 'circlekeeper-vault', version: 3 })
  const { checksum, ...rest } = told
  const canonical = text.replace(`"checksum":"${checksum}",`, '').trimEnd()
  expect(JSON.parse(canonical)).toEqual(rest)
  expect(createHash('sha256').update(canonical).digest('hex')).toBe(checksum)
})

it('a vault of an older program is left to its author first', async () => {
  const folder = copyOf(vault)
  const connected = connect('record', join(folder, 'record.db'), vault.keys.record)
  if (!connected.ok) throw new Error(connected.error.code)
  connected.value.pragma('user_version = 4')
  connected.value.close()
  expect(await reviewVault(folder, reviewerPassphrase)).toEqual({
    ok: false,
    error: { code: 'older-version' },
  })
  const again = connect('record', join(folder, 'record.db'), vault.keys.record)
  if (!again.ok) throw new Error(again.error.code)
  expect(again.value.pragma('user_version', { simple: true })).toBe(4)
  again.value.close()
})
