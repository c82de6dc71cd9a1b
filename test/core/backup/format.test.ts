import { argon2Sync, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from '../../../src/shared/zod.ts'
import { passphrase, startSession } from '../support/world.ts'
import { base64, canonical } from '../vault/format-document.ts'
import { decryptDatabase, openDecrypted } from '../vault/sqlcipher-pages.ts'
import { backUp, openBackupWorld } from './backup-world.ts'

const wrapped = z.object({ nonce: z.string(), sealed: z.string() })
const header = z.object({
  vaultId: z.string(),
  recordKey: wrapped,
  slots: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      argon2id: z.object({ lanes: z.int(), memoryKiB: z.int(), passes: z.int(), salt: z.string() }),
      privateKey: wrapped,
    }),
  ),
})

function unwrap(under: Buffer, { nonce, sealed }: z.infer<typeof wrapped>, context: unknown): Buffer {
  const [bytes, format] = [base64(sealed), 'circlekeeper-vault']
  const decipher = createDecipheriv('aes-256-gcm', under, base64(nonce))
  decipher.setAAD(Buffer.from(canonical({ format, ...Object(context) })))
  decipher.setAuthTag(bytes.subarray(32))
  return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()])
}

const derive = (key: Buffer, info: string) => Buffer.from(hkdfSync('sha256', key, '', info, 32))
const hexSha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

it('a backup is read and proved whole from docs/vault-format.md alone', async () => {
  const world = await openBackupWorld()
  await startSession(world)
  const folder = await backUp(world)
  const read = (name: string) => readFileSync(join(folder, name))
  const [label, head, record] = [read('backup.json'), read('vault.json'), read('record.db')]

  // The header: from the passphrase to the record key.
  const { vaultId, recordKey, slots } = header.parse(JSON.parse(head.toString()))
  const slot = slots.find(({ kind }) => kind === 'passphrase') ?? slots[0]
  if (slot === undefined) throw new Error('no slot')
  const { id, kind, argon2id } = slot
  const slotKey = argon2Sync('argon2id', {
    message: Buffer.from(passphrase),
    nonce: base64(argon2id.salt),
    memory: argon2id.memoryKiB,
    passes: argon2id.passes,
    parallelism: argon2id.lanes,
    tagLength: 32,
  })
  const bound = { id, kind, argon2id }
  const root = unwrap(slotKey, slot.privateKey, { key: 'private', slot: bound, vaultId, version: 1 })
  const authorKey = derive(root, 'circlekeeper-vault 2 author key')
  const key = unwrap(authorKey, recordKey, { key: 'record', vaultId, version: 2 })

  // The label: canonical, with its checksum, the digests of both files, and a MAC under a key of its own.
  const said = JSON.parse(label.toString())
  expect(label.toString()).toBe(`${canonical(said)}\n`)
  const { checksum, ...sealed } = said
  expect(hexSha256(canonical(sealed))).toBe(checksum)
  const { mac, ...body } = sealed
  expect(body).toMatchObject({ format: 'circlekeeper-backup', version: 1, vaultId })
  expect(body.files.record).toEqual({ bytes: record.length, sha256: hexSha256(record) })
  expect(body.files.header).toEqual({ bytes: head.length, sha256: hexSha256(head) })
  const macKey = derive(key, 'circlekeeper-backup 1 mac')
  expect(createHmac('sha256', macKey).update(canonical(body)).digest('base64')).toBe(mac)

  // The record: page by page, by code that shares nothing with what wrote it.
  const database = openDecrypted(decryptDatabase(record, key))
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(count('member')).toBe(body.facts.memberCount)
  expect(database.pragma('user_version', { simple: true })).toBe(body.schema)
  database.close()
})
