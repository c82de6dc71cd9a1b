import type { PersonId } from '../../../shared/ids.ts'
import { maxTries } from '../../../shared/ipc/conceal-calls.ts'

/**
 * Wrong tries at the PINs of co-signers, for as long as the vault is open. Each PIN has its own: whoever knows one gets
 * no more tries at another by typing theirs in between.
 */
export interface SigningTries {
  readonly isOver: (personId: PersonId) => boolean
  /** Whether all tries at some PIN are used up: then the vault locks. */
  readonly mustLock: () => boolean
  readonly miss: (personId: PersonId) => void
  /** A right try forgives the wrong ones. */
  readonly forgive: (personId: PersonId) => void
}

export function createSigningTries(): SigningTries {
  const misses = new Map<PersonId, number>()
  const isOver = (personId: PersonId) => (misses.get(personId) ?? 0) >= maxTries
  return {
    isOver,
    mustLock: () => [...misses.keys()].some(isOver),
    miss: (personId) => void misses.set(personId, (misses.get(personId) ?? 0) + 1),
    forgive: (personId) => void misses.delete(personId),
  }
}
