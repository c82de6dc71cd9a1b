import { randomBytes as systemRandomBytes, randomUUID } from 'node:crypto'
import type { PersonId } from '../../../shared/ids.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { normalisePassphrase, satisfiesPassphraseRule } from '../../../shared/vault/passphrase-rule.ts'
import { writeFileWhole } from '../write-file.ts'
import { maxSlots, writeHeader, type Header } from './header.ts'
import type { RandomBytes } from './key-slots.ts'
import type { OpenVault } from './open-vault.ts'
import { addReviewer, openAsReviewer, reviewerSlotsOf } from './reviewer-slots.ts'
import { rewriteStore, type Rewrite } from './rewrite-store.ts'
import type { Strength } from './slot-key.ts'
import { StoreError } from './store-error.ts'
import { isUnchanged, readHeaderOf, withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'
import { headerPath } from './vault-files.ts'

/** Somebody who is let in to review, and by whom. */
export interface LetIn {
  readonly personId: PersonId
  /** Theirs. */
  readonly passphrase: string
  /** The author's, who alone can let anybody in. */
  readonly authorPassphrase: string
  readonly strength: Strength
  /** Surrounds the moment at which the new header counts: what it throws keeps the old one. */
  readonly entering: (writeHeaderNow: () => void) => void
  readonly randomBytes?: RandomBytes
}

type Failure = VaultFailure | { readonly code: 'same-passphrase' | 'reviews-already' | 'too-many-reviewers' }

/** Whom the header lets in to review, in the order in which they were let in. Fails like `unlockVault`. */
export function listReviewers(folder: string): Result<PersonId[], VaultFailure> {
  const header = readHeaderOf(folder)
  return header.ok ? succeed(reviewerSlotsOf(header.value).map(({ personId }) => personId)) : header
}

/**
 * Makes a slot for a reviewer. Failures: `weak-passphrase`, `same-passphrase` (it opens this vault already),
 * `reviews-already`, `too-many-reviewers`, `wrong-secret` and those of the header and the disk.
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
  return onDisk(() =>
    withKeys(folder, { kind: 'passphrase', secret: authorPassphrase }, async (keys, header) => {
      const refusal = await refusalOf(header, letIn)
      if (refusal !== null) return fail(refusal)
      const slot = { id: randomUUID(), personId, passphrase, strength }
      const next = await addReviewer(header, keys, slot, randomBytes)
      entering(() => {
        if (!isUnchanged(folder, header)) throw new StoreError('record', 'in-use', null)
        writeFileWhole(headerPath(folder), writeHeader(next))
      })
      return succeed(null)
    }),
  )
}

/** What a slot that is taken away is replaced by. */
export interface Revoking extends Omit<Rewrite<'record'>, 'compacts' | 'withoutSlot'> {
  readonly personId: PersonId
}

type Revoked = Result<OpenVault, VaultFailure | { readonly code: 'not-found' }>

/**
 * Takes a reviewer's slot away and changes the record key, so that the one they had opens nothing that is here. Returns
 * the vault opened anew; on a failure before that, the one that was given is still open. Failures: `not-found`,
 * `wrong-secret` and those of `rewriteStore`.
 */
export async function revokeReview(folder: string, { personId, ...change }: Revoking): Promise<Revoked> {
  return onDisk(async (): Promise<Revoked> => {
    const header = readHeaderOf(folder)
    if (!header.ok) return header
    const slot = reviewerSlotsOf(header.value).find((one) => one.personId === personId)
    if (slot === undefined) return fail({ code: 'not-found' })
    return rewriteStore(folder, 'record', { ...change, withoutSlot: slot.id })
  })
}

// What opened two slots would not say whose session it is.
async function refusalOf(
  header: Header,
  { personId, passphrase, authorPassphrase }: LetIn,
): Promise<Extract<Failure, { code: 'same-passphrase' | 'reviews-already' | 'too-many-reviewers' }> | null> {
  if (header.slots.length >= maxSlots) return { code: 'too-many-reviewers' }
  if (reviewerSlotsOf(header).some((slot) => slot.personId === personId)) return { code: 'reviews-already' }
  if (normalisePassphrase(passphrase) === normalisePassphrase(authorPassphrase))
    return { code: 'same-passphrase' }
  const other = await openAsReviewer(header, passphrase)
  other?.record.fill(0)
  return other === null ? null : { code: 'same-passphrase' }
}
