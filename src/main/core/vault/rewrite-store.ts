import { randomBytes as systemRandomBytes } from 'node:crypto'
import type { Result } from '../../../shared/result.ts'
import { changeKey, type KeyChange } from './change-key.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import type { AuthorKeys, RandomBytes } from './key-slots.ts'
import type { OpenVault } from './open-vault.ts'
import { changeRecordKey } from './reviewer-slots.ts'
import { keyBytes } from './slot-key.ts'
import type { Store } from './store-error.ts'
import { withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'

/** What becomes of a database while it gets another key. */
export interface Rewrite<S extends Store> extends Pick<
  KeyChange<S>,
  'vault' | 'alter' | 'compacts' | 'onStep'
> {
  readonly authorPassphrase: string
  readonly randomBytes?: RandomBytes
  /** The slot of a reviewer who is not to have the record's new key; null keeps everybody who reviews. */
  readonly withoutSlot?: string | null
}

/**
 * Writes one database anew under another random key. Neither the recovery code nor a reviewer's passphrase is needed: they
 * lead to what they led to. Returns the vault opened anew; on a failure before that, the one that was given is still open.
 * Failures: `wrong-secret` and those of `changeKey`.
 */
export async function rewriteStore<S extends Store>(
  folder: string,
  store: S,
  { authorPassphrase, withoutSlot = null, randomBytes = systemRandomBytes, ...change }: Rewrite<S>,
): Promise<Result<OpenVault, VaultFailure>> {
  return onDisk(() =>
    withKeys(folder, { kind: 'passphrase', secret: authorPassphrase }, (keys, oldHeader) => {
      const newKey = randomBytes(keyBytes)
      const newKeys: AuthorKeys = { ...keys, [store]: newKey }
      try {
        const header =
          store === 'record'
            ? changeRecordKey(oldHeader, newKeys, withoutSlot, randomBytes)
            : hangKeys(oldHeader.vaultId, slotsOf(oldHeader), newKeys, randomBytes)
        return changeKey({ ...change, folder, store, keys, newKeys, oldHeader, header })
      } finally {
        newKey.fill(0)
      }
    }),
  )
}
