import { maxTries } from '../../../shared/ipc/conceal-calls.ts'
import type { AnyVault, Unlocked, VaultAccess } from '../access.ts'

export interface Tries {
  /** Counts a wrong try; with the last of them the vault locks. */
  readonly miss: () => void
  /** A right try forgives the wrong ones. */
  readonly forgive: () => void
}

/** Wrong tries since the vault was opened, so that whoever finds it open does not guess on. */
export function createTries(access: VaultAccess<Unlocked>): Tries {
  const misses = new WeakMap<AnyVault, number>()
  return {
    miss() {
      const vault = access.vault()
      if (vault === undefined) return
      const count = (misses.get(vault) ?? 0) + 1
      misses.set(vault, count)
      if (count >= maxTries) access.lock()
    },
    forgive() {
      const vault = access.vault()
      if (vault !== undefined) misses.delete(vault)
    },
  }
}
