import type { Unlocked, VaultAccess } from './access.ts'
import type { Bench } from './backup/bench.ts'
import type { CoreCallName, CoreTaskName } from './protocol.ts'
import { isAllWritten, type Waiting } from './waiting.ts'

type Name = CoreCallName | CoreTaskName

/** What brings a secret past the lock. What opened nothing may be a passphrase but for a slip of the finger. */
const bringSecrets: ReadonlySet<Name> = new Set<Name>([
  'vault.unlock',
  'backups.restore',
  'mend.look',
  'computer-key.open',
])

interface Sources {
  readonly access: VaultAccess<Unlocked>
  readonly bench: Pick<Bench, 'state'>
  readonly waiting: Waiting
  /** Whether what was saved of a damaged vault waits to be taken. */
  readonly isMending: () => boolean
}

/** Follows what a core was used for: one that held keys, or what they open, is not to outlive the lock. */
export interface Use {
  /** To be called when a call or a task was done, however it ended. */
  note(name: Name): void
  isSpent(): boolean
}

export function followUse({ access, bench, waiting, isMending }: Sources): Use {
  let hasSecret = false
  return {
    note(name) {
      hasSecret ||= bringSecrets.has(name)
    },
    isSpent() {
      if (!hasSecret && !access.wasOpen()) return false
      if (access.inside() !== undefined || access.isAside() || access.isWorkedOn()) return false
      return isAllWritten(waiting) && bench.state().stage !== 'running' && !isMending()
    },
  }
}
