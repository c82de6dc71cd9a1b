import { randomBytes as systemRandomBytes } from 'node:crypto'
import type { Result } from '../../../shared/result.ts'
import { changeKey, type KeyChange } from './change-key.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import type { AuthorKeys, RandomBytes } from './key-slots.ts'
import type { OpenVault } from './open-vault.ts'
import { keyBytes } from './slot-key.ts'
import { withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'

/** What is taken out of private.db while it gets another key. */
export interface PrivateKeyChange extends Pick<KeyChange<'private'>, 'vault' | 'alter' | 'onStep'> {
  readonly authorPassphrase: string
  readonly randomBytes?: RandomBytes
}

/**
 * Writes private.db anew under another random key, without what `alter` takes out of it. The recovery code and the reviewers'
 * passphrases are not needed, and lead to what they led to. Returns the vault opened anew; on a failure before that, the one that was given is still open. Failures:
 * `wrong-secret` and those of `changeKey`.
 */
export async function changePrivateKey(
  folder: string,
  { authorPassphrase, vault, alter, onStep, randomBytes = systemRandomBytes }: PrivateKeyChange,
): Promise<Result<OpenVault, VaultFailure>> {
  return onDisk(() =>
    withKeys(folder, { kind: 'passphrase', secret: authorPassphrase }, (keys, header) => {
      const newPrivateKey = randomBytes(keyBytes)
      const newKeys: AuthorKeys = { ...keys, private: newPrivateKey }
      try {
        const next = hangKeys(header.vaultId, slotsOf(header), newKeys, randomBytes)
        return changeKey({
          folder,
          store: 'private',
          vault,
          keys,
          newKeys,
          oldHeader: header,
          header: next,
          alter,
          compacts: true,
          onStep,
        })
      } finally {
        newPrivateKey.fill(0)
      }
    }),
  )
}
