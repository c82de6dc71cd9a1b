import { argon2Sync, createHash, createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readHeader } from '../../../src/main/core/vault/header.ts'
import { unwrapKeys } from '../../../src/main/core/vault/key-slots.ts'
import { openAsReviewer } from '../../../src/main/core/vault/reviewer-slots.ts'
import { z } from '../../../src/shared/zod.ts'
import { valueOf } from '../support/world.ts'
import { base64, hex, unwrap, wrapped, writtenExample } from './format-document.ts'
import { fenced } from './said-format.ts'
import { canonical } from './said-members.ts'

const reviewedExample = z.strictObject({
  passphrase: z.string(),
  slotKey: z.string(),
  authorKey: z.string(),
  recordKeyContext: z.string(),
  reviewerContext: z.string(),
})
const reviewedHeader = z.strictObject({
  checksum: z.string(),
  format: z.string(),
  mac: z.string(),
  recordKey: wrapped,
  slots: z.array(
    z.strictObject({
      argon2id: z.strictObject({ lanes: z.int(), memoryKiB: z.int(), passes: z.int(), salt: z.string() }),
      id: z.string(),
      kind: z.enum(['passphrase', 'recovery', 'reviewer']),
      personId: z.string().optional(),
      privateKey: wrapped.optional(),
      recordKey: wrapped.optional(),
      slotKey: wrapped.optional(),
    }),
  ),
  vaultId: z.string(),
  version: z.literal(2),
})

interface HeaderOfExample {
  readonly checksum: string
  readonly mac: string
}

function expectCanonical(text: string, header: HeaderOfExample, recordKey: string): void {
  const { checksum, mac, ...body } = header
  expect(text).toBe(`${canonical(header)}\n`)
  const hash = createHash('sha256').update(canonical({ ...body, mac }))
  expect(hash.digest('hex')).toBe(checksum)
  const macKey = hkdfSync('sha256', hex(recordKey), Buffer.alloc(0), 'circlekeeper-vault 1 header mac', 32)
  expect(createHmac('sha256', Buffer.from(macKey)).update(canonical(body)).digest('base64')).toBe(mac)
}

describe('the worked example with a reviewer', () => {
  const text = fenced('reviewed-vault.json')
  const header = reviewedHeader.parse(JSON.parse(text))
  const example = reviewedExample.parse(JSON.parse(fenced('reviewed-example')))
  const { recordKey, privateKey } = writtenExample.parse(JSON.parse(fenced('example')))
  const reviewer = header.slots.find(({ kind }) => kind === 'reviewer')

  it('is canonical, with the checksum and the MAC that it says', () =>
    expectCanonical(text, header, recordKey))

  it('leads the author from the private key to the record key', () => {
    const info = 'circlekeeper-vault 2 author key'
    const authorKey = Buffer.from(hkdfSync('sha256', hex(privateKey), Buffer.alloc(0), info, 32))
    expect(authorKey.toString('hex')).toBe(example.authorKey)
    const { format, vaultId, version } = header
    const context = { format, key: 'record', vaultId, version }
    expect(canonical(context)).toBe(example.recordKeyContext)
    expect(unwrap(example.authorKey, header.recordKey, context)).toBe(recordKey)
  })

  it('leads the reviewer to the record key, and has no private key for them', () => {
    if (reviewer === undefined) throw new Error('no such slot')
    const { argon2id, id, kind, personId } = reviewer
    const { lanes, memoryKiB, passes, salt } = argon2id
    const derived = argon2Sync('argon2id', {
      message: Buffer.from(example.passphrase),
      nonce: base64(salt),
      memory: memoryKiB,
      passes,
      parallelism: lanes,
      tagLength: 32,
    })
    expect(derived.toString('hex')).toBe(example.slotKey)
    const { format, vaultId, version } = header
    const contextOf = (key: string) => ({
      format,
      key,
      slot: { argon2id, id, kind, personId },
      vaultId,
      version,
    })
    expect(canonical(contextOf('record'))).toBe(example.reviewerContext)
    expect(unwrap(example.slotKey, reviewer.recordKey, contextOf('record'))).toBe(recordKey)
    expect(unwrap(example.authorKey, reviewer.slotKey, contextOf('slot'))).toBe(example.slotKey)
    expect(reviewer.privateKey).toBeUndefined()
  })

  it('is read by the program to the same keys', async () => {
    const read = readHeader(text)
    if (!read.ok) throw new Error(read.error.code)
    const { passphrase } = writtenExample.parse(JSON.parse(fenced('example')))
    const keys = await unwrapKeys(read.value, { kind: 'passphrase', secret: passphrase })
    expect(valueOf(keys).record.toString('hex')).toBe(recordKey)
    const entry = await openAsReviewer(read.value, example.passphrase)
    expect(entry?.record.toString('hex')).toBe(recordKey)
  })
})

const changedExample = z.strictObject({
  root: z.string(),
  privateKey: z.string(),
  privateKeyContext: z.string(),
})
const changedHeader = reviewedHeader.extend({ privateKey: wrapped, version: z.literal(3) })

describe('the worked example with another key of private.db', () => {
  const text = fenced('changed-vault.json')
  const header = changedHeader.parse(JSON.parse(text))
  const example = changedExample.parse(JSON.parse(fenced('changed-example')))
  const {
    passphrase,
    recoveryCode,
    recordKey,
    privateKey: oldKey,
  } = writtenExample.parse(JSON.parse(fenced('example')))
  const reviewed = reviewedExample.parse(JSON.parse(fenced('reviewed-example')))

  it('is canonical, with the checksum and the MAC that it says', () =>
    expectCanonical(text, header, recordKey))

  it('has the slots that the vault had', () => {
    const before = reviewedHeader.parse(JSON.parse(fenced('reviewed-vault.json')))
    expect(header.slots).toEqual(before.slots)
    expect(example.root).toBe(oldKey)
  })

  it('leads the author from the root to both keys', () => {
    const info = 'circlekeeper-vault 2 author key'
    const authorKey = Buffer.from(hkdfSync('sha256', hex(example.root), Buffer.alloc(0), info, 32))
    expect(authorKey.toString('hex')).toBe(reviewed.authorKey)
    const { format, vaultId, version } = header
    const context = { format, key: 'private', vaultId, version }
    expect(canonical(context)).toBe(example.privateKeyContext)
    expect(unwrap(reviewed.authorKey, header.privateKey, context)).toBe(example.privateKey)
    expect(unwrap(reviewed.authorKey, header.recordKey, JSON.parse(reviewed.recordKeyContext))).toBe(
      recordKey,
    )
  })

  it('is read by the program to the same keys', async () => {
    const read = valueOf(readHeader(text))
    for (const [kind, secret] of [
      ['passphrase', passphrase],
      ['recovery', recoveryCode],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- each takes the memory of a derivation
      const keys = valueOf(await unwrapKeys(read, { kind, secret }))
      expect(keys.private.toString('hex')).toBe(example.privateKey)
      expect(keys.record.toString('hex')).toBe(recordKey)
    }
    const entry = await openAsReviewer(read, reviewed.passphrase)
    expect(entry?.record.toString('hex')).toBe(recordKey)
  })
})

const computerExample = z.strictObject({
  computerSecret: z.string(),
  slotKey: z.string(),
  rootContext: z.string(),
})
const computerHeader = changedHeader.extend({
  computer: z.strictObject({ id: z.string(), root: wrapped }),
  version: z.literal(4),
})

describe('the worked example with a computer’s key', () => {
  const text = fenced('computer-vault.json')
  const header = computerHeader.parse(JSON.parse(text))
  const example = computerExample.parse(JSON.parse(fenced('computer-example')))
  const changed = changedExample.parse(JSON.parse(fenced('changed-example')))
  const { recordKey } = writtenExample.parse(JSON.parse(fenced('example')))

  it('is canonical, with the checksum and the MAC that it says', () =>
    expectCanonical(text, header, recordKey))

  it('leads from the computer’s secret to the root', () => {
    const info = 'circlekeeper-vault 4 computer key'
    const slotKey = Buffer.from(hkdfSync('sha256', hex(example.computerSecret), Buffer.alloc(0), info, 32))
    expect(slotKey.toString('hex')).toBe(example.slotKey)
    const { computer, format, vaultId, version } = header
    const context = { format, key: 'root', slot: { id: computer.id, kind: 'computer' }, vaultId, version }
    expect(canonical(context)).toBe(example.rootContext)
    expect(unwrap(example.slotKey, computer.root, context)).toBe(changed.root)
  })

  it('is read by the program to the same keys, and has the slots that the vault had', async () => {
    const secret = hex(example.computerSecret).toString('base64')
    const keys = valueOf(await unwrapKeys(valueOf(readHeader(text)), { kind: 'computer', secret }))
    expect(keys.root.toString('hex')).toBe(changed.root)
    expect(keys.private.toString('hex')).toBe(changed.privateKey)
    expect(keys.record.toString('hex')).toBe(recordKey)
    expect(header.slots).toEqual(changedHeader.parse(JSON.parse(fenced('changed-vault.json'))).slots)
  })
})
