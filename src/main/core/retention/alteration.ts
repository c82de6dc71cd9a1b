import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import type { Result } from '../../../shared/result.ts'
import type { VaultFailure } from '../vault/vault-failure.ts'
import type { CopyToAlter } from '../vault/alter-copy.ts'

/** What is to be taken away from a copy of a database: told to another thread, so it is plain data. */
export type Alteration =
  | {
      readonly kind: 'erase-charts'
      readonly personIds: readonly PersonId[]
      /** When, as the core's clock has it. */
      readonly stamp: Stamp
      readonly uptimeMs: number
    }
  | {
      readonly kind: 'destroy-private'
      readonly sessionIds: readonly SessionId[]
      /** Milliseconds since 1970 UTC. */
      readonly destroyedAtMs: number
    }

/** What erasing charts took. Nothing is counted of private notes: their database tells of it itself. */
export interface Taken {
  readonly sessionCount: number
  readonly textCount: number
}

/** What the thread is given. The key lies in memory that both have, so that whoever gave it can take it back. */
export interface AlteringTask {
  readonly copy: Pick<CopyToAlter, 'path' | 'into'>
  readonly key: SharedArrayBuffer
  readonly alteration: Alteration
}

export type AlteringAnswer = Result<Taken, VaultFailure>
