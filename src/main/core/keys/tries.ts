import { maxTries } from '../../../shared/ipc/conceal-calls.ts'
import type { AnyVault, Unlocked, VaultAccess } from '../access.ts'

export interface Tries {
  /** Counts a wrong try; with the last of them the vault locks. */
  readonly miss: () => void
  /** A right try forgives the wrong ones. */
  readonly forgive: () => void
}

/**
 * Wrong tries since the vault was opened, so that whoever finds it open does not guess on. `onTooMany` is called before the
 * last of them locks it.
 */
export function createTries(access: VaultAccess<Unlocked>, onTooMany: () => void): Tries {
  const misses = new WeakMap<AnyVault, number>()
  return {
    miss() {
      const vault = access.vault()
      if (vault === undefined) return
      const count = (misses.get(vault) ?? 0) + 1
      misses.set(vault, count)
      if (count < maxTries) return
      onTooMany()
      access.lock()
    },
    forgive() {
      const vault = access.vault()
      if (vault !== undefined) misses.delete(vault)
    },
  }
}
