import { randomBytes as systemRandomBytes } from 'node:crypto'
import type { Result } from '../../../shared/result.ts'
import { changeKey, type KeyChange } from './change-key.ts'
import type { AuthorKeys, RandomBytes } from './key-slots.ts'
import type { OpenVault } from './open-vault.ts'
import { changeRecordKey } from './reviewer-slots.ts'
import { keyBytes } from './slot-key.ts'
import { withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'

/** What is taken out of the record while it gets another key. */
export interface RecordRewrite extends Pick<KeyChange<'record'>, 'vault' | 'alter' | 'onStep'> {
  readonly authorPassphrase: string
  readonly randomBytes?: RandomBytes
}

/**
 * Writes the record anew under another random key, without what `alter` takes out of it. Whoever reviews goes on reviewing
 * with the passphrase that they have. Returns the vault opened anew; on a failure before that, the one that was given is
 * still open. Failures: `wrong-secret` and those of `changeKey`.
 */
export async function rewriteRecord(
  folder: string,
  { authorPassphrase, vault, alter, onStep, randomBytes = systemRandomBytes }: RecordRewrite,
): Promise<Result<OpenVault, VaultFailure>> {
  return onDisk(() =>
    withKeys(folder, { kind: 'passphrase', secret: authorPassphrase }, (keys, header) => {
      const newRecordKey = randomBytes(keyBytes)
      const newKeys: AuthorKeys = { ...keys, record: newRecordKey }
      const next = changeRecordKey(header, newKeys, null, randomBytes)
      try {
        return changeKey({
          folder,
          store: 'record',
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
        newRecordKey.fill(0)
      }
    }),
  )
}
