import { maxTries } from '../../../shared/ipc/conceal-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { CoreCallName } from '../protocol.ts'

/** After the fifth wrong try; each one after it doubles that, up to the longest. */
const firstWaitMs = 5_000
const longestWaitMs = 60_000

/** What is done with a secret that somebody typed while the vault is locked. */
const withSecret: ReadonlySet<CoreCallName> = new Set<CoreCallName>([
  'vault.unlock',
  'backups.restore',
  'mend.look',
])

/** Wrong tries in a row, and when the last of them was, in milliseconds of the computer's uptime. */
export interface Missed {
  readonly count: number
  readonly lastMs: number
}

/** Lets nobody guess on at a locked vault. A slip costs nothing; from the fifth one on each has to be waited for. */
export interface DoorTries {
  /** Does it, unless that has to be waited for: then it fails with `too-many-tries`, and the secret is not even tried. */
  heed<Value>(
    name: CoreCallName,
    work: () => Result<Value, Failure> | Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>>
  missed(): Missed
}

/** `left`: what another core of the same run has counted, so that a process that ends forgives nothing. */
export function createDoorTries(
  clock: Pick<Clock, 'uptimeMs'>,
  left: Missed = { count: 0, lastMs: 0 },
): DoorTries {
  let missed = left
  const waitMs = () =>
    missed.count < maxTries ? 0 : Math.max(0, missed.lastMs + waitAfter(missed.count) - clock.uptimeMs())
  return {
    async heed(name, work) {
      if (!withSecret.has(name)) return work()
      if (waitMs() > 0) return fail({ code: 'too-many-tries', waitMs: waitMs() })
      const result = await work()
      // Only what has opened this vault: a backup may be of another one, and whoever cancels has opened nothing.
      if (name === 'vault.unlock' && result.ok) missed = { count: 0, lastMs: 0 }
      if (!result.ok && result.error.code === 'wrong-secret')
        missed = { count: missed.count + 1, lastMs: clock.uptimeMs() }
      return result
    },
    missed: () => missed,
  }
}

function waitAfter(count: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (count - maxTries))
}
