import type { Result } from '../../../shared/result.ts'
import { addComputer } from './computer-slot.ts'
import { hangKeys, slotsOf } from './hang-keys.ts'
import type { RandomBytes } from './key-slots.ts'
import { replaceHeader, type EnterHeader, type HeaderChangeFailure } from './replace-header.ts'
import { withKeys } from './unlock-vault.ts'
import { onDisk, type VaultFailure } from './vault-failure.ts'

/** The computer's way in is made anew, or taken away. */
export interface ComputerKeyChange {
  readonly authorPassphrase: string
  /** What the new one is, with 32 random bytes in Base64; null where there is to be none. */
  readonly slot: { readonly id: string; readonly secret: string } | null
  readonly randomBytes: RandomBytes
  readonly entering: EnterHeader
}

/**
 * Wraps the author's root under a secret that the computer keeps, in the place of another, or takes that slot away. The moment
 * that counts is when the new header has its name. Failures: `wrong-secret`, and those of the header and the disk.
 */
export async function changeComputerKey(
  folder: string,
  { authorPassphrase, slot, randomBytes, entering }: ComputerKeyChange,
): Promise<Result<null, VaultFailure | HeaderChangeFailure>> {
  const proof = { kind: 'passphrase', secret: authorPassphrase } as const
  return onDisk(() =>
    withKeys<null, VaultFailure | HeaderChangeFailure>(folder, proof, (keys, header) => {
      const next =
        slot === null
          ? hangKeys(header.vaultId, slotsOf(header), keys, randomBytes)
          : addComputer(header, keys, slot, randomBytes)
      return replaceHeader(folder, header, next, entering)
    }),
  )
}
