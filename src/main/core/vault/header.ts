import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { canonicalJson, type Json } from '../../../shared/canonical-json.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import { base64Schema } from './base64-schema.ts'
import { argon2idSchema, isOverCeiling, isUnderFloor, keyBytes } from './slot-key.ts'

const format = 'circlekeeper-vault'
const version = 1
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

const slotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['passphrase', 'recovery']),
  argon2id: argon2idSchema,
  recordKey: wrappedKeySchema,
  privateKey: wrappedKeySchema,
})
export type Slot = z.infer<typeof slotSchema>
export type SlotKind = Slot['kind']

const bodySchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  vaultId: z.uuid(),
  slots: z.array(slotSchema).min(1).max(8),
})
type HeaderBody = z.infer<typeof bodySchema>

const headerSchema = bodySchema.extend({ mac: base64Schema(macBytes) })
/** What `vault.json` says, its checksum aside. */
export type Header = z.infer<typeof headerSchema>

// Format, version and checksum stay what they are in every later version, so that an old program can tell new from
// damaged.
const anyVersionSchema = z.looseObject({ format: z.literal(format), version: z.int().min(1) })
const sealedSchema = anyVersionSchema.extend({ checksum: z.hash('sha256') })
const anyParametersSchema = z.looseObject({
  slots: z.array(
    z.looseObject({ argon2id: z.looseObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() }) }),
  ),
})

/** Makes the header, with its MAC under the record key. */
export function makeHeader(vaultId: string, slots: readonly Slot[], recordKey: Uint8Array): Header {
  const body: HeaderBody = { format, version, vaultId, slots: [...slots] }
  return { ...body, mac: macOf(body, recordKey).toString('base64') }
}

/** The bytes of `vault.json`: canonical JSON and a line feed. */
export function writeHeader(header: Header): string {
  return `${canonicalJson({ ...header, checksum: checksumOf(header) })}\n`
}

/**
 * Reads `vault.json` as far as that is possible without a secret. Failures, in this order: `newer-version`, `weakened`
 * (a slot under the floor), `damaged-header` (bytes were lost or changed, or a slot asks for absurd work). The first
 * two are told of a header whose checksum is wrong too: who weakens a header may not have put it right, and is to be
 * named, not taken for a worn-out disk.
 */
export function readHeader(
  text: string,
): Result<Header, { readonly code: 'damaged-header' | 'newer-version' | 'weakened' }> {
  const value = parseJson(text)
  const told = anyVersionSchema.safeParse(value)
  if (!told.success) return fail({ code: 'damaged-header' })
  if (told.data.version > version) return fail({ code: 'newer-version' })
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
  const { mac, ...body } = header
  return timingSafeEqual(Buffer.from(mac, 'base64'), macOf(body, recordKey))
}

/** What a wrapped key is bound to: its vault, its slot and that slot's parameters, and which of the two keys it is. */
export function wrappedKeyContext(
  vaultId: string,
  slot: Pick<Slot, 'id' | 'kind' | 'argon2id'>,
  key: 'record' | 'private',
): Buffer {
  const { id, kind, argon2id } = slot
  return Buffer.from(canonicalJson({ format, version, vaultId, slot: { id, kind, argon2id }, key }))
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
