import type { PersonId } from '../../../shared/ids.ts'
import { normalisePassphrase } from '../../../shared/vault/passphrase-rule.ts'
import { computerSlotOf } from './computer-slot.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import {
  nonceBytes,
  reviewerKeyContext,
  type Header,
  type NewestHeader,
  type ReviewerSlot,
} from './header.ts'
import type { AuthorKeys, RandomBytes } from './key-slots.ts'
import { deriveSlotKey, saltBytes, type Strength } from './slot-key.ts'
import { deriveAuthorKey, unwrapKey, wrapKey } from './wrap-key.ts'

/** Whom a slot is made for, and with what. */
export interface NewReviewer {
  readonly id: string
  readonly personId: PersonId
  readonly passphrase: string
  readonly strength: Strength
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

/** The header with a slot more. The author's passphrase and recovery code lead to what they led to. */
export async function addReviewer(
  header: Header,
  keys: AuthorKeys,
  { id, personId, passphrase, strength }: NewReviewer,
  randomBytes: RandomBytes,
): Promise<NewestHeader> {
  const { vaultId } = header
  const argon2id = { ...strength, salt: randomBytes(saltBytes).toString('base64') }
  const bare = { id, kind: 'reviewer', argon2id, personId } as const
  const slotKey = await deriveFrom(passphrase, argon2id)
  const authorKey = deriveAuthorKey(keys.root)
  const wrap = (under: Buffer, key: Buffer, context: Buffer) =>
    wrapKey(under, randomBytes(nonceBytes), key, context)
  try {
    const slot: ReviewerSlot = {
      ...bare,
      recordKey: wrap(slotKey, keys.record, reviewerKeyContext(vaultId, bare, 'record')),
      slotKey: wrap(authorKey, slotKey, reviewerKeyContext(vaultId, bare, 'slot')),
    }
    return hangKeys(vaultId, [...slotsOf(header), slot], keys, randomBytes, computerSlotOf(header))
  } finally {
    slotKey.fill(0)
    authorKey.fill(0)
  }
}

/** The header for another record key, without a slot or with all of them: only the slots that stay lead to it. */
export function changeRecordKey(
  header: Header,
  newKeys: AuthorKeys,
  withoutId: string | null,
  randomBytes: RandomBytes,
): NewestHeader {
  const { vaultId } = header
  const authorKey = deriveAuthorKey(newKeys.root)
  try {
    const slots = slotsOf(header)
      .filter(({ id }) => id !== withoutId)
      .map((slot) =>
        slot.kind === 'reviewer' ? rewrap(vaultId, slot, authorKey, newKeys.record, randomBytes) : slot,
      )
    return hangKeys(vaultId, slots, newKeys, randomBytes, computerSlotOf(header))
  } finally {
    authorKey.fill(0)
  }
}

/**
 * Whether the author made every reviewer's slot. Whoever holds the record key can write the header's MAC, but not wrap
 * the key of a slot under the author's.
 */
export function areReviewersLetIn(header: Header, root: Buffer): boolean {
  const authorKey = deriveAuthorKey(root)
  const areOurs = reviewerSlotsOf(header).every((slot) => {
    const slotKey = unwrapKey(authorKey, slot.slotKey, reviewerKeyContext(header.vaultId, slot, 'slot'))
    slotKey?.fill(0)
    return slotKey !== null
  })
  authorKey.fill(0)
  return areOurs
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

/** A reviewer's slot for another root and another record key. Their passphrase leads to what it led to: the slot's own key. */
export function handOver(
  vaultId: string,
  slot: ReviewerSlot,
  root: { readonly from: Buffer; readonly to: Buffer },
  newRecordKey: Buffer,
  randomBytes: RandomBytes,
): ReviewerSlot {
  const context = reviewerKeyContext(vaultId, slot, 'slot')
  const [oldAuthorKey, authorKey] = [deriveAuthorKey(root.from), deriveAuthorKey(root.to)]
  const slotKey = unwrapKey(oldAuthorKey, slot.slotKey, context)
  try {
    if (slotKey === null) throw new Error('a slot that the author did not make')
    const rewrapped = { ...slot, slotKey: wrapKey(authorKey, randomBytes(nonceBytes), slotKey, context) }
    return rewrap(vaultId, rewrapped, authorKey, newRecordKey, randomBytes)
  } finally {
    for (const key of [oldAuthorKey, authorKey, slotKey]) key?.fill(0)
  }
}

async function deriveFrom(passphrase: string, argon2id: ReviewerSlot['argon2id']): Promise<Buffer> {
  const typed = Buffer.from(normalisePassphrase(passphrase))
  const slotKey = await deriveSlotKey(typed, argon2id)
  typed.fill(0)
  return slotKey
}
