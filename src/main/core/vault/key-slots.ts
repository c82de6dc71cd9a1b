import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import { normalisePassphrase } from '../../../shared/vault/passphrase-rule.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import {
  nonceBytes,
  privateKeyContext,
  recordKeyContext,
  wrappedKeyContext,
  type AuthorSlot,
  type AuthorSlotKind,
  type Header,
  type PlainSlot,
  type WrappedKey,
} from './header.ts'
import { openByComputer, type ComputerSecret } from './computer-slot.ts'
import { deriveSlotKey, saltBytes, type Strength } from './slot-key.ts'
import { deriveAuthorKey, unwrapKey, wrapKey } from './wrap-key.ts'

export type RandomBytes = (size: number) => Buffer

/** The keys of the two databases. */
export interface VaultKeys {
  readonly record: Buffer
  readonly private: Buffer
}

/**
 * The same with what the author's secrets lead to, and both keys hang from. In a header up to version 2 the key of private.db
 * is the root itself. Whoever holds them calls `forgetKeys`.
 */
export interface AuthorKeys extends VaultKeys {
  readonly root: Buffer
}

export function forgetKeys(keys: AuthorKeys): void {
  keys.root.fill(0)
  keys.record.fill(0)
  keys.private.fill(0)
}

/** What the author types to open a vault. */
export interface Secret {
  readonly kind: AuthorSlotKind
  readonly secret: string
}

/** Wraps the root under a secret, which is taken as it is: whoever calls has checked it. */
export async function makeSlot(
  vaultId: string,
  id: string,
  { kind, secret }: Secret,
  strength: Strength,
  root: Buffer,
  randomBytes: RandomBytes,
): Promise<AuthorSlot> {
  const argon2id = { ...strength, salt: randomBytes(saltBytes).toString('base64') }
  const typed = secretBytes(kind, secret)
  if (typed === null) throw new Error('a recovery code that is none')
  const slotKey = await deriveSlotKey(typed, argon2id)
  typed.fill(0)
  const context = wrappedKeyContext(vaultId, { id, kind, argon2id }, 'private')
  const privateKey = wrapKey(slotKey, randomBytes(nonceBytes), root, context)
  slotKey.fill(0)
  return { id, kind, argon2id, privateKey }
}

type Unwrapped = Result<AuthorKeys, { readonly code: 'wrong-secret' | 'damaged-header' }>

/**
 * Tries the author's slots of the secret's kind. Fails with `wrong-secret` when it opens none of them, and with
 * `damaged-header` when it opens one from which no keys hang that the author has wrapped.
 */
export async function unwrapKeys(header: Header, given: Secret | ComputerSecret): Promise<Unwrapped> {
  if (given.kind === 'computer') {
    const root = openByComputer(header, given)
    return root === null ? fail({ code: 'wrong-secret' }) : keysUnder(header, root)
  }
  const { kind, secret } = given
  const typed = secretBytes(kind, secret)
  if (typed === null) return fail({ code: 'wrong-secret' })
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
    return fail({ code: 'wrong-secret' })
  } finally {
    typed.fill(0)
  }
}

function openSlot(header: Header, slot: AuthorSlot | PlainSlot, slotKey: Buffer): Unwrapped | null {
  const { vaultId } = header
  const root = unwrapKey(slotKey, slot.privateKey, wrappedKeyContext(vaultId, slot, 'private'))
  if (root === null) return null
  return keysUnder(header, root, header.version === 1 ? unwrapKeyOf(slot, slotKey, vaultId) : null)
}

/** What hangs from a root, which is zeroed where that is nothing. In version 1 the record key hangs from the slot. */
function keysUnder(header: Header, root: Buffer, ofSlot: Buffer | null = null): Unwrapped {
  const record =
    header.version === 1 ? ofSlot : unwrapByAuthor(root, header.recordKey, recordKeyContext(header.vaultId))
  const privateKey = privateKeyUnder(header, root)
  if (record !== null && privateKey !== null) return succeed({ root, record, private: privateKey })
  for (const key of [root, record, privateKey]) key?.fill(0)
  return fail({ code: 'damaged-header' })
}

/** The key of private.db that hangs from a root in a header; null where it hangs from another one. The caller zeroes it. */
export function privateKeyUnder(header: Header, root: Buffer): Buffer | null {
  return header.version === 3 || header.version === 4
    ? unwrapByAuthor(root, header.privateKey, privateKeyContext(header.vaultId))
    : Buffer.from(root)
}

function unwrapKeyOf(slot: AuthorSlot | PlainSlot, slotKey: Buffer, vaultId: string): Buffer | null {
  if (!('recordKey' in slot)) return null
  return unwrapKey(slotKey, slot.recordKey, wrappedKeyContext(vaultId, slot, 'record'))
}

function unwrapByAuthor(root: Buffer, wrapped: WrappedKey, context: Buffer): Buffer | null {
  const authorKey = deriveAuthorKey(root)
  const key = unwrapKey(authorKey, wrapped, context)
  authorKey.fill(0)
  return key
}

function secretBytes(kind: AuthorSlotKind, secret: string): Buffer | null {
  const text = kind === 'passphrase' ? normalisePassphrase(secret) : parseRecoveryCode(secret)
  return text === null ? null : Buffer.from(text)
}
