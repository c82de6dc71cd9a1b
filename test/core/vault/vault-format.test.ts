import { argon2Sync, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAuthentic, readHeader } from '../../../src/main/core/vault/header.ts'
import { unwrapKeys } from '../../../src/main/core/vault/key-slots.ts'
import { write } from '../../../src/main/core/vault/database.ts'
import { sql } from '../../../src/main/core/vault/sql.ts'
import { unlockVault } from '../../../src/main/core/vault/unlock-vault.ts'
import { z } from '../../../src/shared/zod.ts'
import { valueOf } from '../support/world.ts'
import { base64, hex, wrapped, writtenExample } from './format-document.ts'
import { fenced } from './said-format.ts'
import { canonical } from './said-members.ts'
import { decryptDatabase, openDecrypted, pageMacKey } from './sqlcipher-pages.ts'
import { byPassphrase, copyOf, makeVault, type MadeVault } from './temporary-vault.ts'

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
    expect(valueOf(keys).record.toString('hex')).toBe(example.recordKey)
    expect(valueOf(keys).private.toString('hex')).toBe(example.privateKey)
    expect(isAuthentic(read.value, hex(example.recordKey))).toBe(true)
  })
})

describe('a database, read without SQLCipher as the document says', () => {
  let vault: MadeVault
  beforeAll(async () => {
    vault = await makeVault(({ record }) => write(record, sql`INSERT INTO clinic VALUES (1, 'Elm Street')`))
  })
  afterAll(() => vault.remove())

  it('gives back its rows from the file', () => {
    const file = readFileSync(join(vault.folder, 'record.db'))
    const plain = openDecrypted(decryptDatabase(file, vault.keys.record))
    expect(plain.prepare('SELECT name FROM clinic').get()).toEqual({ name: 'Elm Street' })
    expect(plain.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
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
    const plain = openDecrypted(decryptDatabase(file, vault.keys.private, wal))
    expect(plain.prepare('SELECT text FROM private_note').get()).toEqual({ text: 'a thought' })
    plain.close()
  })

  it('does not open with the other database’s key', () => {
    const file = readFileSync(join(vault.folder, 'record.db'))
    expect(() => decryptDatabase(file, vault.keys.private)).toThrow('page 1 is damaged')
  })
})
