import type { PersonId } from '../../../shared/ids.ts'
import { normalisePassphrase } from '../../../shared/vault/passphrase-rule.ts'
import {
  makeReviewHeader,
  nonceBytes,
  recordKeyContext,
  reviewerKeyContext,
  type Header,
  type ReviewerSlot,
  type ReviewHeader,
} from './header.ts'
import type { RandomBytes, VaultKeys } from './key-slots.ts'
import { deriveSlotKey, floor, saltBytes } from './slot-key.ts'
import { deriveAuthorKey, unwrapKey, wrapKey } from './wrap-key.ts'

/** Whom a slot is made for, and with what. */
export interface NewReviewer {
  readonly id: string
  readonly personId: PersonId
  readonly passphrase: string
}

/** What a reviewer's passphrase leads to. Whoever holds it zeroes the key. */
export interface ReviewerEntry {
  readonly slot: ReviewerSlot
  readonly record: Buffer
}

/** The ways in for reviewers, in the order in which they were made. */
export function reviewerSlotsOf(header: Header): readonly ReviewerSlot[] {
  return header.version === 1 ? [] : header.slots.filter((slot) => slot.kind === 'reviewer')
}

/** Tries the reviewers' slots. Null when the passphrase opens none of them. */
export async function openAsReviewer(header: Header, passphrase: string): Promise<ReviewerEntry | null> {
  for (const slot of reviewerSlotsOf(header)) {
    // One after the other: each takes the memory that the slot asks for.
    // oxlint-disable-next-line no-await-in-loop
    const slotKey = await deriveFrom(passphrase, slot.argon2id)
    const record = unwrapKey(slotKey, slot.recordKey, reviewerKeyContext(header.vaultId, slot, 'record'))
    slotKey.fill(0)
    if (record !== null) return { slot, record }
  }
  return null
}

/**
 * The header with a slot more. What wraps both keys in version 1 wraps the private key alone from now on, and the record
 * key is found by it: so the author's passphrase and recovery code stay what they are when the record key is changed.
 */
export async function addReviewer(
  header: Header,
  keys: VaultKeys,
  { id, personId, passphrase }: NewReviewer,
  randomBytes: RandomBytes,
): Promise<ReviewHeader> {
  const { vaultId } = header
  const argon2id = { ...floor, salt: randomBytes(saltBytes).toString('base64') }
  const bare = { id, kind: 'reviewer', argon2id, personId } as const
  const slotKey = await deriveFrom(passphrase, argon2id)
  const authorKey = deriveAuthorKey(keys.private)
  const wrap = (under: Buffer, key: Buffer, context: Buffer) =>
    wrapKey(under, randomBytes(nonceBytes), key, context)
  try {
    const slot: ReviewerSlot = {
      ...bare,
      recordKey: wrap(slotKey, keys.record, reviewerKeyContext(vaultId, bare, 'record')),
      slotKey: wrap(authorKey, slotKey, reviewerKeyContext(vaultId, bare, 'slot')),
    }
    const recordKey = wrap(authorKey, keys.record, recordKeyContext(vaultId))
    return makeReviewHeader(vaultId, [...slotsOf(header), slot], recordKey, keys.record)
  } finally {
    slotKey.fill(0)
    authorKey.fill(0)
  }
}

/** The header without a slot, for a record key that only the slots that stay lead to. */
export function changeRecordKey(
  header: ReviewHeader,
  { private: privateKey, record: newRecordKey }: VaultKeys,
  withoutId: string,
  randomBytes: RandomBytes,
): ReviewHeader {
  const { vaultId } = header
  const authorKey = deriveAuthorKey(privateKey)
  try {
    const slots = header.slots
      .filter(({ id }) => id !== withoutId)
      .map((slot) =>
        slot.kind === 'reviewer' ? rewrap(vaultId, slot, authorKey, newRecordKey, randomBytes) : slot,
      )
    const recordKey = wrapKey(authorKey, randomBytes(nonceBytes), newRecordKey, recordKeyContext(vaultId))
    return makeReviewHeader(vaultId, slots, recordKey, newRecordKey)
  } finally {
    authorKey.fill(0)
  }
}

/**
 * Whether the author made every reviewer's slot. Whoever holds the record key can write the header's MAC, but not wrap
 * the key of a slot under the author's.
 */
export function areReviewersLetIn(header: Header, privateKey: Buffer): boolean {
  const authorKey = deriveAuthorKey(privateKey)
  const areOurs = reviewerSlotsOf(header).every((slot) => {
    const slotKey = unwrapKey(authorKey, slot.slotKey, reviewerKeyContext(header.vaultId, slot, 'slot'))
    slotKey?.fill(0)
    return slotKey !== null
  })
  authorKey.fill(0)
  return areOurs
}

function slotsOf(header: Header): ReviewHeader['slots'] {
  return header.version === 1
    ? header.slots.map(({ id, kind, argon2id, privateKey }) => ({ id, kind, argon2id, privateKey }))
    : header.slots
}

function rewrap(
  vaultId: string,
  slot: ReviewerSlot,
  authorKey: Buffer,
  newRecordKey: Buffer,
  randomBytes: RandomBytes,
): ReviewerSlot {
  const slotKey = unwrapKey(authorKey, slot.slotKey, reviewerKeyContext(vaultId, slot, 'slot'))
  // Unlocking has looked at every slot.
  if (slotKey === null) throw new Error('a slot that the author did not make')
  const context = reviewerKeyContext(vaultId, slot, 'record')
  const recordKey = wrapKey(slotKey, randomBytes(nonceBytes), newRecordKey, context)
  slotKey.fill(0)
  return { ...slot, recordKey }
}

async function deriveFrom(passphrase: string, argon2id: ReviewerSlot['argon2id']): Promise<Buffer> {
  const typed = Buffer.from(normalisePassphrase(passphrase))
  const slotKey = await deriveSlotKey(typed, argon2id)
  typed.fill(0)
  return slotKey
}
