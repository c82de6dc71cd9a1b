import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import { normalisePassphrase } from '../../../shared/vault/passphrase-rule.ts'
import {
  nonceBytes,
  recordKeyContext,
  wrappedKeyContext,
  type AuthorSlot,
  type AuthorSlotKind,
  type Header,
  type PlainSlot,
  type ReviewHeader,
} from './header.ts'
import { deriveSlotKey, floor, saltBytes } from './slot-key.ts'
import { deriveAuthorKey, unwrapKey, wrapKey } from './wrap-key.ts'

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

/** What the author types to open a vault. */
export interface Secret {
  readonly kind: AuthorSlotKind
  readonly secret: string
}

/** Wraps both keys under a secret, which is taken as it is: whoever calls has checked it. */
export async function makeSlot(
  vaultId: string,
  id: string,
  { kind, secret }: Secret,
  keys: VaultKeys,
  randomBytes: RandomBytes,
): Promise<PlainSlot> {
  const argon2id = { ...floor, salt: randomBytes(saltBytes).toString('base64') }
  const typed = secretBytes(kind, secret)
  if (typed === null) throw new Error('a recovery code that is none')
  const slotKey = await deriveSlotKey(typed, argon2id)
  typed.fill(0)
  const wrap = (key: 'record' | 'private') =>
    wrapKey(
      slotKey,
      randomBytes(nonceBytes),
      keys[key],
      wrappedKeyContext(vaultId, { id, kind, argon2id }, key),
    )
  const slot = { id, kind, argon2id, recordKey: wrap('record'), privateKey: wrap('private') }
  slotKey.fill(0)
  return slot
}

/** Tries the author's slots of the secret's kind. Null when the secret opens none of them. */
export async function unwrapKeys(header: Header, { kind, secret }: Secret): Promise<VaultKeys | null> {
  const typed = secretBytes(kind, secret)
  if (typed === null) return null
  try {
    for (const slot of header.slots) {
      if (slot.kind !== kind) continue
      // One after the other: each takes the memory that the slot asks for.
      // oxlint-disable-next-line no-await-in-loop
      const slotKey = await deriveSlotKey(typed, slot.argon2id)
      const keys = openSlot(header, slot, slotKey)
      slotKey.fill(0)
      if (keys !== null) return keys
    }
    return null
  } finally {
    typed.fill(0)
  }
}

function openSlot(header: Header, slot: AuthorSlot | PlainSlot, slotKey: Buffer): VaultKeys | null {
  const { vaultId } = header
  const privateKey = unwrapKey(slotKey, slot.privateKey, wrappedKeyContext(vaultId, slot, 'private'))
  if (privateKey === null) return null
  const record =
    header.version === 1
      ? 'recordKey' in slot && unwrapKey(slotKey, slot.recordKey, wrappedKeyContext(vaultId, slot, 'record'))
      : unwrapByAuthor(header, privateKey)
  if (record) return { record, private: privateKey }
  privateKey.fill(0)
  return null
}

function unwrapByAuthor({ vaultId, recordKey }: ReviewHeader, privateKey: Buffer): Buffer | null {
  const authorKey = deriveAuthorKey(privateKey)
  const record = unwrapKey(authorKey, recordKey, recordKeyContext(vaultId))
  authorKey.fill(0)
  return record
}

function secretBytes(kind: AuthorSlotKind, secret: string): Buffer | null {
  const text = kind === 'passphrase' ? normalisePassphrase(secret) : parseRecoveryCode(secret)
  return text === null ? null : Buffer.from(text)
}
