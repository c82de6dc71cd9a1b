import { randomBytes as systemRandomBytes, randomUUID } from 'node:crypto'
import type { PersonId } from '../../../shared/ids.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { normalisePassphrase, satisfiesPassphraseRule } from '../../../shared/vault/passphrase-rule.ts'
import { maxSlots, type Header } from './header.ts'
import type { RandomBytes } from './key-slots.ts'
import type { NewKeys } from './new-keys.ts'
import { replaceHeader, type EnterHeader, type HeaderChangeFailure } from './replace-header.ts'
import { addReviewer, openAsReviewer, reviewerSlotsOf } from './reviewer-slots.ts'
import type { Strength } from './slot-key.ts'
import { drawStoreKeys, type StoreKeysAsked } from './store-keys.ts'
import { readHeaderOf, withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'

/** Somebody who is let in to review, and by whom. */
export interface LetIn {
  readonly personId: PersonId
  /** Theirs. */
  readonly passphrase: string
  /** The author's, who alone can let anybody in. */
  readonly authorPassphrase: string
  readonly strength: Strength
  readonly entering: EnterHeader
  readonly randomBytes?: RandomBytes
}

type Refusal = { readonly code: 'same-passphrase' | 'reviews-already' | 'too-many-reviewers' }
type Failure = VaultFailure | HeaderChangeFailure | Refusal

/** Whom the header lets in to review, in the order in which they were let in. Fails like `unlockVault`. */
export function listReviewers(folder: string): Result<PersonId[], VaultFailure> {
  const header = readHeaderOf(folder)
  return header.ok ? succeed(reviewerSlotsOf(header.value).map(({ personId }) => personId)) : header
}

/**
 * Makes a slot for a reviewer. Failures: `weak-passphrase`, `same-passphrase` (it opens this vault already),
 * `reviews-already`, `too-many-reviewers`, `wrong-secret`, those of the header and those of `replaceHeader`.
 */
export async function letReview(folder: string, letIn: LetIn): Promise<Result<null, Failure>> {
  const {
    personId,
    passphrase,
    authorPassphrase,
    strength,
    entering,
    randomBytes = systemRandomBytes,
  } = letIn
  if (!satisfiesPassphraseRule(passphrase)) return fail({ code: 'weak-passphrase' })
  const proof = { kind: 'passphrase', secret: authorPassphrase } as const
  return onDisk<null, Failure>(() =>
    withKeys<null, Failure>(folder, proof, async (keys, header) => {
      const refusal = await refusalOf(header, letIn)
      if (refusal !== null) return fail(refusal)
      const slot = { id: randomUUID(), personId, passphrase, strength }
      const next = await addReviewer(header, keys, slot, randomBytes)
      return replaceHeader(folder, header, next, entering)
    }),
  )
}

/** Who is not to come in any more, and who says so. */
export interface Revoking extends Pick<StoreKeysAsked, 'authorPassphrase' | 'randomBytes'> {
  readonly personId: PersonId
}

type Revoked = Result<NewKeys, VaultFailure | { readonly code: 'not-found' }>

/**
 * Draws another record key, and a header without a reviewer's slot: once they count, the key that the slot led to opens nothing that
 * is here. Nothing is written. Failures: `not-found`, `wrong-secret` and those of `drawStoreKeys`.
 */
export async function drawRevoking(folder: string, { personId, ...asked }: Revoking): Promise<Revoked> {
  const header = readHeaderOf(folder)
  if (!header.ok) return header
  const slot = reviewerSlotsOf(header.value).find((one) => one.personId === personId)
  if (slot === undefined) return fail({ code: 'not-found' })
  return drawStoreKeys(folder, { ...asked, stores: ['record'], withoutSlot: slot.id })
}

// What opened two slots would not say whose session it is.
async function refusalOf(
  header: Header,
  { personId, passphrase, authorPassphrase }: LetIn,
): Promise<Refusal | null> {
  if (header.slots.length >= maxSlots) return { code: 'too-many-reviewers' }
  if (reviewerSlotsOf(header).some((slot) => slot.personId === personId)) return { code: 'reviews-already' }
  if (normalisePassphrase(passphrase) === normalisePassphrase(authorPassphrase))
    return { code: 'same-passphrase' }
  const other = await openAsReviewer(header, passphrase)
  other?.record.fill(0)
  return other === null ? null : { code: 'same-passphrase' }
}
