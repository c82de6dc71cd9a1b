import { fail, succeed, type Result } from '../../../shared/result.ts'
import { computerSlotOf } from './computer-slot.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import { forgetKeys, unwrapKeys, type AuthorKeys, type RandomBytes } from './key-slots.ts'
import type { NewKeys } from './new-keys.ts'
import { changeRecordKey } from './reviewer-slots.ts'
import { keyBytes } from './slot-key.ts'
import type { Store } from './store-error.ts'
import { isOurs, readHeaderOf } from './unlock-vault.ts'
import type { VaultFailure } from './vault-failure.ts'

/** Which databases get another key, and who asks for it. */
export interface StoreKeysAsked {
  readonly stores: readonly Store[]
  readonly authorPassphrase: string
  /** The slot of a reviewer who is not to have the record's new key; null keeps everybody who reviews. */
  readonly withoutSlot?: string | null
  readonly randomBytes: RandomBytes
}

/**
 * Draws another key for one database or for both, and the header that leads to it. The root stays, so neither the recovery code
 * nor a reviewer's passphrase is needed: they lead to what they led to. Nothing is written. Whoever gets the keys calls
 * `forgetNewKeys`. Failures: `wrong-secret`, and those of the header.
 */
export async function drawStoreKeys(
  folder: string,
  { stores, authorPassphrase, withoutSlot = null, randomBytes }: StoreKeysAsked,
): Promise<Result<NewKeys, VaultFailure>> {
  const read = readHeaderOf(folder)
  if (!read.ok) return read
  const oldHeader = read.value
  const unwrapped = await unwrapKeys(oldHeader, { kind: 'passphrase', secret: authorPassphrase })
  if (!unwrapped.ok) return unwrapped
  const keys = unwrapped.value
  if (!isOurs(oldHeader, keys)) {
    forgetKeys(keys)
    return fail({ code: 'damaged-header' })
  }
  const draw = (store: Store) => (stores.includes(store) ? randomBytes(keyBytes) : Buffer.from(keys[store]))
  const newKeys: AuthorKeys = {
    root: Buffer.from(keys.root),
    record: draw('record'),
    private: draw('private'),
  }
  const header = stores.includes('record')
    ? changeRecordKey(oldHeader, newKeys, withoutSlot, randomBytes)
    : hangKeys(oldHeader.vaultId, slotsOf(oldHeader), newKeys, randomBytes, computerSlotOf(oldHeader))
  return succeed({ keys, newKeys, oldHeader, header })
}
