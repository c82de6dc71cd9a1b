import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from '../../../src/shared/zod.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/vault-format.md'), 'utf8')

/** A part of docs/vault-format.md: what stands fenced under a name. */
export function fenced(name: string): string {
  const start = document.indexOf(`\`\`\`text ${name}\n`)
  if (start === -1) throw new Error(`the document has no ${name}`)
  const from = document.indexOf('\n', start) + 1
  return document.slice(from, document.indexOf('```', from))
}

export const wrapped = z.strictObject({ nonce: z.string(), sealed: z.string() })
export const writtenExample = z.strictObject({
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
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value))
}

export const hex = (text: string) => Buffer.from(text, 'hex')
export const base64 = (text: string) => Buffer.from(text, 'base64')

/** The key that was wrapped, in hex, as the document says that it is unwrapped. */
export function unwrap(under: string, key: z.infer<typeof wrapped> | undefined, context: unknown): string {
  if (key === undefined) throw new Error('no such key')
  const decipher = createDecipheriv('aes-256-gcm', hex(under), base64(key.nonce))
  decipher.setAAD(Buffer.from(canonical(context)))
  decipher.setAuthTag(base64(key.sealed).subarray(32))
  return Buffer.concat([decipher.update(base64(key.sealed).subarray(0, 32)), decipher.final()]).toString(
    'hex',
  )
}
