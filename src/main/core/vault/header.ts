import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { canonicalJson, type Json } from '../../../shared/canonical-json.ts'
import { personIdSchema } from '../../../shared/ids.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { base64Schema } from './base64-schema.ts'
import { argon2idSchema, isOverCeiling, isUnderFloor, keyBytes } from './slot-key.ts'

const format = 'circlekeeper-vault'
/** Without reviewers: both keys are in every slot, as vaults began once. */
const plainVersion = 1
/** With a record key that can be changed, and slots that lead to it alone. */
const reviewVersion = 2
/** With a key of private.db that can be changed too. No header is written in an older one. */
const ownKeysVersion = 3
/** With a way in that no older program knows. A header without it stays one of the version before. */
const computerVersion = 4
const newestVersion = computerVersion
const macBytes = 32
export const nonceBytes = 12
export const tagBytes = 16
const macInfo = 'circlekeeper-vault 1 header mac'

const wrappedKeySchema = z.strictObject({
  nonce: base64Schema(nonceBytes),
  /** Ciphertext and, behind it, the authentication tag. */
  sealed: base64Schema(keyBytes + tagBytes),
})
export type WrappedKey = z.infer<typeof wrappedKeySchema>

/** A way in for the author: to their root, and by it to all. */
const authorSlotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['passphrase', 'recovery']),
  argon2id: argon2idSchema,
  /** The root, which up to version 2 is the key of private.db: a slot whose secret is not at hand stays as it is. */
  privateKey: wrappedKeySchema,
})
export type AuthorSlot = z.infer<typeof authorSlotSchema>
export type AuthorSlotKind = AuthorSlot['kind']

/** In version 1 a slot wraps both keys. */
const plainSlotSchema = authorSlotSchema.extend({ recordKey: wrappedKeySchema })
export type PlainSlot = z.infer<typeof plainSlotSchema>

/** A way in for a reviewer: to the record key. There is no private key in it, wrapped or not. */
const reviewerSlotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.literal('reviewer'),
  argon2id: argon2idSchema,
  /** The facilitator whom it is for: an id, since a header is read without a key. */
  personId: personIdSchema,
  recordKey: wrappedKeySchema,
  /** The slot's own key under the author's: by it the author wraps another record key without this passphrase. */
  slotKey: wrappedKeySchema,
})
export type ReviewerSlot = z.infer<typeof reviewerSlotSchema>

/** A way in for whoever is signed in on the author's computer: to the root, by a secret that nobody knows and nobody types. */
const computerSlotSchema = z.strictObject({ id: z.uuid(), root: wrappedKeySchema })
export type ComputerSlot = z.infer<typeof computerSlotSchema>

export const maxSlots = 8

const plainBodySchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(plainVersion),
  vaultId: z.uuid(),
  slots: z.array(plainSlotSchema).min(1).max(maxSlots),
})

const reviewBodySchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(reviewVersion),
  vaultId: z.uuid(),
  /** The record key under the author's. */
  recordKey: wrappedKeySchema,
  slots: z
    .array(z.discriminatedUnion('kind', [authorSlotSchema, reviewerSlotSchema]))
    .min(1)
    .max(maxSlots),
})

const ownKeysBodySchema = reviewBodySchema.extend({
  version: z.literal(ownKeysVersion),
  /** The key of private.db under the author's. */
  privateKey: wrappedKeySchema,
})

const computerBodySchema = ownKeysBodySchema.extend({
  version: z.literal(computerVersion),
  computer: computerSlotSchema,
})
type HeaderBody = z.infer<
  typeof plainBodySchema | typeof reviewBodySchema | typeof ownKeysBodySchema | typeof computerBodySchema
>

const withMac = { mac: base64Schema(macBytes) }
const ownKeysHeaderSchema = ownKeysBodySchema.extend(withMac)
const computerHeaderSchema = computerBodySchema.extend(withMac)
const headerSchema = z.discriminatedUnion('version', [
  plainBodySchema.extend(withMac),
  reviewBodySchema.extend(withMac),
  ownKeysHeaderSchema,
  computerHeaderSchema,
])
/** What `vault.json` says, its checksum aside. */
export type Header = z.infer<typeof headerSchema>
/** One in which both keys hang from the author's root. */
export type NewestHeader = z.infer<typeof ownKeysHeaderSchema | typeof computerHeaderSchema>

// Format, version and checksum stay what they are in every later version, so that an old program can tell new from
// damaged.
const anyVersionSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) })
const sealedSchema = anyVersionSchema.extend({ checksum: z.hash('sha256') })
const anyParametersSchema = z.looseObject({
  slots: z.array(
    z.looseObject({ argon2id: z.looseObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() }) }),
  ),
})

/** Makes a header of the oldest version that knows all of its ways in, with its MAC under the record key. */
export function makeHeader(
  parts: Pick<NewestHeader, 'vaultId' | 'slots' | 'recordKey' | 'privateKey'>,
  recordKey: Uint8Array,
  computer?: ComputerSlot,
): NewestHeader {
  const body =
    computer === undefined
      ? ({ format, version: ownKeysVersion, ...parts } as const)
      : ({ format, version: computerVersion, ...parts, computer } as const)
  return { ...body, mac: macOf(body, recordKey).toString('base64') }
}

/** The bytes of `vault.json`: canonical JSON and a line feed. */
export function writeHeader(header: Header): string {
  return `${canonicalJson({ ...header, checksum: checksumOf(header) })}\n`
}

/** Why a header is not taken. */
export type HeaderFailureCode = 'damaged-header' | 'newer-version' | 'weakened'

/**
 * Reads `vault.json` as far as that is possible without a secret. Failures, in this order: `newer-version`, `weakened`
 * (a slot under the floor), `damaged-header` (bytes were lost or changed, or a slot asks for absurd work). The first
 * two are told of a header whose checksum is wrong too: who weakens a header may not have put it right, and is to be
 * named, not taken for a worn-out disk.
 */
export function readHeader(text: string): Result<Header, { readonly code: HeaderFailureCode }> {
  const value = parseJson(text)
  const told = anyVersionSchema.safeParse(value)
  if (!told.success) return fail({ code: 'damaged-header' })
  if (told.data.version > newestVersion) return fail({ code: 'newer-version' })
  const slots = anyParametersSchema.safeParse(value).data?.slots ?? []
  if (slots.some((slot) => isUnderFloor(slot.argon2id))) return fail({ code: 'weakened' })
  const header = headerSchema.safeParse(unseal(text, value))
  if (!header.success || header.data.slots.some((slot) => isOverCeiling(slot.argon2id))) {
    return fail({ code: 'damaged-header' })
  }
  return succeed(header.data)
}

/** Whether the header is the one that a holder of the record key wrote: no slot added, removed or changed. */
export function isAuthentic(header: Header, recordKey: Uint8Array): boolean {
  const { mac: written, ...body } = header
  return timingSafeEqual(Buffer.from(written, 'base64'), macOf(body, recordKey))
}

/**
 * What a wrapped key is bound to: its vault, its slot and that slot's parameters, and which of the two keys it is. The
 * version in it is that of the slot, so that a slot stays as it is when the header gets a newer one.
 */
export function wrappedKeyContext(
  vaultId: string,
  slot: Pick<AuthorSlot, 'id' | 'kind' | 'argon2id'>,
  key: 'record' | 'private',
): Buffer {
  const { id, kind, argon2id } = slot
  const version = plainVersion
  return Buffer.from(canonicalJson({ format, version, vaultId, slot: { id, kind, argon2id }, key }))
}

/** The same of a reviewer's slot, whose person belongs to it: the record key, or the slot's own key. */
export function reviewerKeyContext(
  vaultId: string,
  slot: Pick<ReviewerSlot, 'id' | 'kind' | 'argon2id' | 'personId'>,
  key: 'record' | 'slot',
): Buffer {
  const { id, kind, argon2id, personId } = slot
  const bound = { id, kind, argon2id, personId }
  return Buffer.from(canonicalJson({ format, version: reviewVersion, vaultId, slot: bound, key }))
}

/** The same of the record key under the author's. */
export function recordKeyContext(vaultId: string): Buffer {
  return Buffer.from(canonicalJson({ format, version: reviewVersion, vaultId, key: 'record' }))
}

/** The same of the key of private.db under the author's. */
export function privateKeyContext(vaultId: string): Buffer {
  return Buffer.from(canonicalJson({ format, version: ownKeysVersion, vaultId, key: 'private' }))
}

/** The same of the root in the computer's slot. */
export function computerKeyContext(vaultId: string, id: string): Buffer {
  const slot = { id, kind: 'computer' }
  return Buffer.from(canonicalJson({ format, version: computerVersion, vaultId, slot, key: 'root' }))
}

// Deeply nested input ends in a RangeError, which is damage too.
function parseJson(text: string): Json | undefined {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** What the checksum seals; undefined when it does not. Only the canonical text passes, so no byte is without meaning. */
function unseal(text: string, value: Json | undefined): unknown {
  const sealed = sealedSchema.safeParse(value)
  if (value === undefined || !sealed.success || text !== `${canonicalJson(value)}\n`) return undefined
  const { checksum, ...rest } = sealed.data
  return checksum === checksumOf(z.json().parse(rest)) ? rest : undefined
}

function checksumOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function macOf(body: HeaderBody, recordKey: Uint8Array): Buffer {
  const macKey = Buffer.from(hkdfSync('sha256', recordKey, Buffer.alloc(0), macInfo, macBytes))
  const mac = createHmac('sha256', macKey).update(canonicalJson(body)).digest()
  macKey.fill(0)
  return mac
}
