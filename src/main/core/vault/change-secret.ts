import { randomBytes as systemRandomBytes } from 'node:crypto'
import { fail, type Result } from '../../../shared/result.ts'
import { normalisePassphrase, satisfiesPassphraseRule } from '../../../shared/vault/passphrase-rule.ts'
import { parseRecoveryCode } from '../../../shared/vault/recovery-code.ts'
import { computerSlotOf } from './computer-slot.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import type { Header, NewestHeader } from './header.ts'
import { makeSlot, type AuthorKeys, type RandomBytes, type Secret } from './key-slots.ts'
import { replaceHeader, type EnterHeader, type HeaderChangeFailure } from './replace-header.ts'
import { openAsReviewer } from './reviewer-slots.ts'
import type { Strength } from './slot-key.ts'
import { withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'

/** One of the author's secrets is replaced by another of its kind. */
export interface SecretChange {
  /** A secret that opens the vault now: whoever has it may change either. */
  readonly proof: Secret
  readonly next: Secret
  /** Measured once the proof is found right. */
  readonly chooseStrength: () => Promise<Strength>
  readonly randomBytes?: RandomBytes
  readonly entering?: EnterHeader
}

type Failure = VaultFailure | HeaderChangeFailure | { readonly code: 'same-passphrase' }

/**
 * Wraps the author's root under another passphrase or recovery code, in the place of the one that was. The keys stay, and no
 * database is touched but by `entering`, open or not. The moment that counts is when the new header has its name: a crash
 * before it leaves the old secret, a crash after it the new one. Failures: `weak-passphrase`, `bad-input` (the recovery code
 * is none), `wrong-secret`, `same-passphrase`, those of the header and the disk, and `change-unsettled` where the disk failed
 * after that moment, so that either may be what lasts.
 */
export async function changeSecret(folder: string, change: SecretChange): Promise<Result<null, Failure>> {
  const { proof, next, chooseStrength, randomBytes = systemRandomBytes, entering } = change
  const unfit = refuseUnfit(next)
  if (unfit !== null) return fail(unfit)
  return onDisk<null, Failure>(() =>
    withKeys<null, Failure>(folder, proof, async (keys, header) => {
      if (await opensAlready(header, change)) return fail({ code: 'same-passphrase' })
      const strength = await chooseStrength()
      const changed = await replaceSlot(header, keys, next, strength, randomBytes)
      return replaceHeader(folder, header, changed, entering)
    }),
  )
}

function refuseUnfit({ kind, secret }: Secret): VaultFailure | null {
  if (kind === 'passphrase') return satisfiesPassphraseRule(secret) ? null : { code: 'weak-passphrase' }
  if (parseRecoveryCode(secret) !== null) return null
  return { code: 'bad-input', fields: [{ path: 'recoveryCode', rule: 'not-a-code' }] }
}

// A passphrase that opened a reviewer's slot too would not say whose session it is, and would give them the author's.
async function opensAlready(header: Header, { proof, next }: SecretChange): Promise<boolean> {
  if (next.kind !== 'passphrase') return false
  const isProof =
    proof.kind === 'passphrase' && normalisePassphrase(next.secret) === normalisePassphrase(proof.secret)
  if (isProof) return true
  const reviewer = await openAsReviewer(header, next.secret)
  reviewer?.record.fill(0)
  return reviewer !== null
}

async function replaceSlot(
  header: Header,
  keys: AuthorKeys,
  next: Secret,
  strength: Strength,
  randomBytes: RandomBytes,
): Promise<NewestHeader> {
  const { vaultId } = header
  const slots = slotsOf(header)
  const old = slots.find(({ kind }) => kind === next.kind)
  // A vault is made with one of each, and none is ever taken away.
  if (old === undefined) throw new Error(`a vault without a slot of the kind ${next.kind}`)
  const slot = await makeSlot(vaultId, old.id, next, strength, keys.root, randomBytes)
  const others = slots.filter(({ kind }) => kind !== next.kind)
  return hangKeys(vaultId, [...others, slot], keys, randomBytes, computerSlotOf(header))
}
