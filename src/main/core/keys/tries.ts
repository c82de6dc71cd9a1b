import { maxTries } from '../../../shared/ipc/conceal-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { AnyVault, Unlocked, VaultAccess } from '../access.ts'
import type { CoreCallName, CoreTaskName } from '../protocol.ts'

/**
 * What is done in an open vault with the author's passphrase or code, and fails with `wrong-secret` where it is another.
 * The conceal question and the PINs of co-signers have counts of their own. What looks at a recovery code, which may be
 * mistyped, and at a backup tells by `miss` and `forgive`.
 */
const withSecret: ReadonlySet<CoreCallName | CoreTaskName> = new Set<CoreCallName | CoreTaskName>([
  'keys.change-passphrase',
  'keys.propose-recovery-code',
  'keys.change-recovery-code',
  'computer-key.keep',
  'computer-key.turn-off',
  'conceal.set-pin',
  'conceal.remove-pin',
  'reviewer.let-in',
  'reviewer.revoke',
  'retention.erase',
  'retention.destroy-private',
])

export interface Tries {
  /** Does it, and counts it where it takes a secret. */
  heed<Value>(
    name: CoreCallName | CoreTaskName,
    work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>>
  /** Counts a wrong try; with the last of them the vault locks. */
  readonly miss: () => void
  /** A right try forgives the wrong ones. */
  readonly forgive: () => void
}

/**
 * Wrong tries since the vault was opened, whatever they were made at, so that whoever finds it open does not guess on.
 * `onTooMany` is called before the last of them locks it.
 */
export function createTries(access: VaultAccess<Unlocked>, onTooMany: () => void): Tries {
  const misses = new WeakMap<AnyVault, number>()
  const miss = () => {
    const vault = access.vault()
    if (vault === undefined) return
    const count = (misses.get(vault) ?? 0) + 1
    misses.set(vault, count)
    if (count < maxTries) return
    onTooMany()
    access.lock()
  }
  const forgive = () => {
    const vault = access.vault()
    if (vault !== undefined) misses.delete(vault)
  }
  return {
    async heed(name, work) {
      const result = await work()
      if (!withSecret.has(name)) return result
      if (result.ok) forgive()
      else if (result.error.code === 'wrong-secret') miss()
      return result
    },
    miss,
    forgive,
  }
}
