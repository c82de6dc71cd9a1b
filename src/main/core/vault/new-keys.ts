import { fail, succeed, type Result } from '../../../shared/result.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import type { AuthorSlotKind, Header, NewestHeader } from './header.ts'
import { forgetKeys, makeSlot, unwrapKeys, type AuthorKeys, type RandomBytes } from './key-slots.ts'
import { handOver } from './reviewer-slots.ts'
import { keyBytes, type Strength } from './slot-key.ts'
import { isOurs, readHeaderOf } from './unlock-vault.ts'
import type { VaultFailure } from './vault-failure.ts'

/** Both of the author's secrets: each leads to a root that is drawn anew. */
export interface BothSecrets {
  readonly passphrase: string
  readonly recoveryCode: string
}

/** What is to be a vault's keys, and what they are now. Whoever holds it calls `forgetNewKeys`. */
export interface NewKeys {
  readonly keys: AuthorKeys
  readonly newKeys: AuthorKeys
  readonly oldHeader: Header
  /** In which every key is new, and the secrets are what they were. */
  readonly header: NewestHeader
}

export function forgetNewKeys({ keys, newKeys }: NewKeys): void {
  forgetKeys(keys)
  forgetKeys(newKeys)
}

type Drawn = Result<NewKeys, VaultFailure | { readonly code: 'wrong-code' }>

/**
 * Draws a root, a record key and a key of private.db anew. Both secrets are needed, since each has a slot that leads to the
 * root; reviewers keep their passphrases and get the new record key. Nothing is written. Failures: `wrong-secret` (the
 * passphrase), `wrong-code`, and those of the header.
 */
export async function drawNewKeys(
  folder: string,
  secrets: BothSecrets,
  chooseStrength: () => Promise<Strength>,
  randomBytes: RandomBytes,
): Promise<Drawn> {
  const read = readHeaderOf(folder)
  if (!read.ok) return read
  const oldHeader = read.value
  const unwrapped = await unwrapKeys(oldHeader, { kind: 'passphrase', secret: secrets.passphrase })
  if (!unwrapped.ok) return unwrapped
  const keys = unwrapped.value
  const refusal = await refuse(oldHeader, keys, secrets.recoveryCode)
  if (refusal !== null) {
    forgetKeys(keys)
    return fail(refusal)
  }
  const draw = () => randomBytes(keyBytes)
  const newKeys: AuthorKeys = { root: draw(), record: draw(), private: draw() }
  const slots = await makeSlots(oldHeader, { keys, newKeys }, secrets, await chooseStrength(), randomBytes)
  // Whoever has all keys made new trusts nothing that lies on a disk: the computer's slot is not among them.
  const header = hangKeys(oldHeader.vaultId, slots, newKeys, randomBytes)
  return succeed({ keys, newKeys, oldHeader, header })
}

async function refuse(
  header: Header,
  keys: AuthorKeys,
  recoveryCode: string,
): Promise<{ readonly code: 'damaged-header' | 'wrong-code' } | null> {
  if (!isOurs(header, keys)) return { code: 'damaged-header' }
  const byCode = await unwrapKeys(header, { kind: 'recovery', secret: recoveryCode })
  if (!byCode.ok) return { code: byCode.error.code === 'wrong-secret' ? 'wrong-code' : 'damaged-header' }
  const isSameRoot = byCode.value.root.equals(keys.root)
  forgetKeys(byCode.value)
  return isSameRoot ? null : { code: 'damaged-header' }
}

async function makeSlots(
  header: Header,
  { keys, newKeys }: Pick<NewKeys, 'keys' | 'newKeys'>,
  { passphrase, recoveryCode }: BothSecrets,
  strength: Strength,
  randomBytes: RandomBytes,
): Promise<NewestHeader['slots']> {
  const { vaultId } = header
  const secretOf: Readonly<Record<AuthorSlotKind, string>> = { passphrase, recovery: recoveryCode }
  const slots: NewestHeader['slots'][number][] = []
  for (const slot of slotsOf(header)) {
    const { id, kind } = slot
    slots.push(
      kind === 'reviewer'
        ? handOver(vaultId, slot, { from: keys.root, to: newKeys.root }, newKeys.record, randomBytes)
        : // One after the other: each takes the memory that the slot asks for.
          // oxlint-disable-next-line no-await-in-loop
          await makeSlot(vaultId, id, { kind, secret: secretOf[kind] }, strength, newKeys.root, randomBytes),
    )
  }
  return slots
}
