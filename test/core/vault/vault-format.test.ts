import { argon2Sync, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAuthentic, readHeader } from '../../../src/main/core/vault/header.ts'
import { unwrapKeys } from '../../../src/main/core/vault/key-slots.ts'
import { openAsReviewer } from '../../../src/main/core/vault/reviewer-slots.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { decryptDatabase, pageMacKey } from './sqlcipher-pages.ts'
import { byPassphrase, copyOf, makeVault, type MadeVault } from './temporary-vault.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/vault-format.md'), 'utf8')

function fenced(name: string): string {
  const start = document.indexOf(`\`\`\`text ${name}\n`)
  if (start === -1) throw new Error(`the document has no ${name}`)
  const from = document.indexOf('\n', start) + 1
  return document.slice(from, document.indexOf('```', from))
}

const wrapped = z.strictObject({ nonce: z.string(), sealed: z.string() })
const writtenHeader = z.strictObject({
  checksum: z.string(),
  format: z.string(),
  mac: z.string(),
  slots: z.array(
    z.strictObject({
      argon2id: z.strictObject({ lanes: z.int(), memoryKiB: z.int(), passes: z.int(), salt: z.string() }),
      id: z.string(),
      kind: z.enum(['passphrase', 'recovery']),
      privateKey: wrapped,
      recordKey: wrapped,
    }),
  ),
  vaultId: z.string(),
  version: z.int(),
})
const writtenExample = z.strictObject({
  passphrase: z.string(),
  passphraseBytes: z.string(),
  recoveryCode: z.string(),
  recoveryBytes: z.string(),
  passphraseSlotKey: z.string(),
  recoverySlotKey: z.string(),
  firstContext: z.string(),
  recordKey: z.string(),
  privateKey: z.string(),
  macKey: z.string(),
  databaseSalt: z.string(),
  pageMacKey: z.string(),
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

/** Canonical JSON, made here in another way than the program makes it. */
function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

const hex = (text: string) => Buffer.from(text, 'hex')
const base64 = (text: string) => Buffer.from(text, 'base64')

describe('the worked example of docs/vault-format.md', () => {
  const text = fenced('vault.json')
  const header = writtenHeader.parse(JSON.parse(text))
  const example = writtenExample.parse(JSON.parse(fenced('example')))
  const { checksum, mac, ...body } = header

  it('is canonical, with the checksum that it says', () => {
    expect(text).toBe(`${canonical(header)}\n`)
    const hash = createHash('sha256').update(canonical({ ...body, mac }))
    expect(hash.digest('hex')).toBe(checksum)
  })

  it('turns what is typed into the bytes that it says', () => {
    expect(Buffer.from(example.passphrase.normalize('NFKC')).toString('hex')).toBe(example.passphraseBytes)
    expect(Buffer.from(example.recoveryCode.replaceAll('-', '')).toString('hex')).toBe(example.recoveryBytes)
  })

  it.each([
    ['passphrase', example.passphraseBytes, example.passphraseSlotKey],
    ['recovery', example.recoveryBytes, example.recoverySlotKey],
  ])('leads from the %s to both keys', (kind, secret, slotKey) => {
    const slot = header.slots.find((each) => each.kind === kind)
    if (slot === undefined) throw new Error('no such slot')
    const { lanes, memoryKiB, passes, salt } = slot.argon2id
    // Node's own implementation, not the one that the program uses.
    const derived = argon2Sync('argon2id', {
      message: hex(secret),
      nonce: base64(salt),
      memory: memoryKiB,
      passes,
      parallelism: lanes,
      tagLength: 32,
    })
    expect(derived.toString('hex')).toBe(slotKey)
    for (const [key, { nonce, sealed }, expected] of [
      ['record', slot.recordKey, example.recordKey],
      ['private', slot.privateKey, example.privateKey],
    ] as const) {
      const context = canonical({
        format: header.format,
        version: header.version,
        vaultId: header.vaultId,
        slot: { id: slot.id, kind: slot.kind, argon2id: slot.argon2id },
        key,
      })
      if (kind === 'passphrase' && key === 'record') expect(context).toBe(example.firstContext)
      const decipher = createDecipheriv('aes-256-gcm', derived, base64(nonce))
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(base64(sealed).subarray(32))
      const opened = Buffer.concat([decipher.update(base64(sealed).subarray(0, 32)), decipher.final()])
      expect(opened.toString('hex')).toBe(expected)
    }
  })

  it('carries the MAC that the record key gives', () => {
    const info = 'circlekeeper-vault 1 header mac'
    const macKey = Buffer.from(hkdfSync('sha256', hex(example.recordKey), Buffer.alloc(0), info, 32))
    expect(macKey.toString('hex')).toBe(example.macKey)
    expect(createHmac('sha256', macKey).update(canonical(body)).digest('base64')).toBe(mac)
  })

  it('gives the page MAC key that it says', () => {
    const macKey = pageMacKey(hex(example.recordKey), hex(example.databaseSalt))
    expect(macKey.toString('hex')).toBe(example.pageMacKey)
  })

  it('is read by the program to the same keys', async () => {
    const read = readHeader(text)
    if (!read.ok) throw new Error(read.error.code)
    const keys = await unwrapKeys(read.value, { kind: 'passphrase', secret: example.passphrase })
    expect(keys?.record.toString('hex')).toBe(example.recordKey)
    expect(keys?.private.toString('hex')).toBe(example.privateKey)
    expect(isAuthentic(read.value, hex(example.recordKey))).toBe(true)
  })
})

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

function unwrap(under: string, key: z.infer<typeof wrapped> | undefined, context: unknown): string {
  if (key === undefined) throw new Error('no such key')
  const decipher = createDecipheriv('aes-256-gcm', hex(under), base64(key.nonce))
  decipher.setAAD(Buffer.from(canonical(context)))
  decipher.setAuthTag(base64(key.sealed).subarray(32))
  return Buffer.concat([decipher.update(base64(key.sealed).subarray(0, 32)), decipher.final()]).toString(
    'hex',
  )
}

describe('the worked example with a reviewer', () => {
  const text = fenced('reviewed-vault.json')
  const header = reviewedHeader.parse(JSON.parse(text))
  const example = reviewedExample.parse(JSON.parse(fenced('reviewed-example')))
  const { recordKey, privateKey } = writtenExample.parse(JSON.parse(fenced('example')))
  const { checksum, mac, ...body } = header
  const reviewer = header.slots.find(({ kind }) => kind === 'reviewer')

  it('is canonical, with the checksum and the MAC that it says', () => {
    expect(text).toBe(`${canonical(header)}\n`)
    expect(
      createHash('sha256')
        .update(canonical({ ...body, mac }))
        .digest('hex'),
    ).toBe(checksum)
    const macKey = hkdfSync('sha256', hex(recordKey), Buffer.alloc(0), 'circlekeeper-vault 1 header mac', 32)
    expect(createHmac('sha256', Buffer.from(macKey)).update(canonical(body)).digest('base64')).toBe(mac)
  })

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
    expect(keys?.record.toString('hex')).toBe(recordKey)
    const entry = await openAsReviewer(read.value, example.passphrase)
    expect(entry?.record.toString('hex')).toBe(recordKey)
  })
})

// A plain in-memory database has no write-ahead log; its header must not ask for one.
function openPlain(image: Buffer): Database.Database {
  image.fill(1, 18, 20)
  return new Database(image)
}

describe('a database, read without SQLCipher as the document says', () => {
  let vault: MadeVault
  beforeAll(async () => {
    vault = await makeVault(({ record }) => write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`))
  })
  afterAll(() => vault.remove())

  it('gives back its rows from the file', () => {
    const file = readFileSync(join(vault.folder, 'record.db'))
    const plain = openPlain(decryptDatabase(file, vault.keys.record))
    expect(plain.prepare('SELECT name FROM clinic').pluck().get()).toBe('Elm Street')
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok')
    plain.close()
  })

  it('gives back rows that are in the write-ahead log only', async () => {
    const folder = copyOf(vault)
    const opened = await unlockVault(folder, byPassphrase)
    if (!opened.ok) throw new Error(opened.error.code)
    write(opened.value.private, sql`INSERT INTO private_note VALUES ('note', 'session', 'a thought')`)
    const file = readFileSync(join(folder, 'private.db'))
    const wal = readFileSync(join(folder, 'private.db-wal'))
    opened.value.close()
    const plain = openPlain(decryptDatabase(file, vault.keys.private, wal))
    expect(plain.prepare('SELECT text FROM private_note').pluck().get()).toBe('a thought')
    plain.close()
  })

  it('does not open with the other database’s key', () => {
    const file = readFileSync(join(vault.folder, 'record.db'))
    expect(() => decryptDatabase(file, vault.keys.private)).toThrow('page 1 is damaged')
  })
})
