import { createCipheriv, createDecipheriv } from 'node:crypto'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import { normalisePassphrase } from '../../../shared/vault/passphrase-rule.ts'
import {
  nonceBytes,
  tagBytes,
  wrappedKeyContext,
  type Header,
  type Slot,
  type SlotKind,
  type WrappedKey,
} from './header.ts'
import { deriveSlotKey, floor, keyBytes, saltBytes } from './slot-key.ts'

export type RandomBytes = (size: number) => Buffer

/** The keys of the two databases. Whoever holds them calls `forgetKeys`. */
export interface VaultKeys {
  readonly record: Buffer
  readonly private: Buffer
}

export function forgetKeys(keys: VaultKeys): void {
  keys.record.fill(0)
  keys.private.fill(0)
}

/** What a person types to open a vault. */
export interface Secret {
  readonly kind: SlotKind
  readonly secret: string
}

/** Wraps both keys under a secret, which is taken as it is: whoever calls has checked it. */
export async function makeSlot(
  vaultId: string,
  id: string,
  { kind, secret }: Secret,
  keys: VaultKeys,
  randomBytes: RandomBytes,
): Promise<Slot> {
  const argon2id = { ...floor, salt: randomBytes(saltBytes).toString('base64') }
  const typed = secretBytes(kind, secret)
  if (typed === null) throw new Error('a recovery code that is none')
  const slotKey = await deriveSlotKey(typed, argon2id)
  typed.fill(0)
  const wrap = (key: 'record' | 'private') =>
    seal(slotKey, randomBytes(nonceBytes), keys[key], wrappedKeyContext(vaultId, { id, kind, argon2id }, key))
  const slot = { id, kind, argon2id, recordKey: wrap('record'), privateKey: wrap('private') }
  slotKey.fill(0)
  return slot
}

/** Tries the slots of the secret's kind. Null when the secret opens none of them. */
export async function unwrapKeys(header: Header, { kind, secret }: Secret): Promise<VaultKeys | null> {
  const typed = secretBytes(kind, secret)
  if (typed === null) return null
  try {
    for (const slot of header.slots.filter((each) => each.kind === kind)) {
      // One after the other: each takes the memory that the slot asks for.
      // oxlint-disable-next-line no-await-in-loop
      const slotKey = await deriveSlotKey(typed, slot.argon2id)
      const keys = openSlot(header.vaultId, slot, slotKey)
      slotKey.fill(0)
      if (keys !== null) return keys
    }
    return null
  } finally {
    typed.fill(0)
  }
}

function openSlot(vaultId: string, slot: Slot, slotKey: Buffer): VaultKeys | null {
  const record = unseal(slotKey, slot.recordKey, wrappedKeyContext(vaultId, slot, 'record'))
  if (record === null) return null
  const privateKey = unseal(slotKey, slot.privateKey, wrappedKeyContext(vaultId, slot, 'private'))
  if (privateKey !== null) return { record, private: privateKey }
  record.fill(0)
  return null
}

function secretBytes(kind: SlotKind, secret: string): Buffer | null {
  const text = kind === 'passphrase' ? normalisePassphrase(secret) : parseRecoveryCode(secret)
  return text === null ? null : Buffer.from(text)
}

function seal(slotKey: Buffer, nonce: Buffer, key: Buffer, context: Buffer): WrappedKey {
  const cipher = createCipheriv('aes-256-gcm', slotKey, nonce)
  cipher.setAAD(context)
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

function unseal(slotKey: Buffer, wrapped: WrappedKey, context: Buffer): Buffer | null {
  const sealed = Buffer.from(wrapped.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', slotKey, Buffer.from(wrapped.nonce, 'base64'), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(context)
  decipher.setAuthTag(sealed.subarray(keyBytes))
  const key = decipher.update(sealed.subarray(0, keyBytes))
  try {
    decipher.final()
    return key
  } catch {
    // What was deciphered before the tag failed is noise of a wrong key, or of a right one over changed bytes.
    key.fill(0)
    return null
  }
}
