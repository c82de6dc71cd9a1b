import { createDecipheriv } from 'node:crypto'
import { z } from '../../../src/shared/zod.ts'
import { canonical } from './said-members.ts'

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
