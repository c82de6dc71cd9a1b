import type { SessionId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { transact } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { rewriteStore, type Rewrite } from '../vault/rewrite-store.ts'
import type { VaultFailure } from '../vault/vault-failure.ts'
import { countPrivate, deletePrivate, insertDestruction } from './destroyed-repository.ts'

/** Whose private notes are destroyed, and by whom. */
export interface Destroying extends Pick<Rewrite<'private'>, 'vault' | 'authorPassphrase' | 'randomBytes'> {
  readonly sessionIds: readonly SessionId[]
  /** Milliseconds since 1970 UTC. */
  readonly destroyedAtMs: number
  readonly onStep?: Rewrite<'private'>['onStep']
}

/**
 * Destroys the private notes of some sessions, and the counts of touches in them: private.db is written anew without them
 * under another random key, and the old key's only copy is gone with the old header. Returns the vault opened anew; on a
 * failure before that, the one that was given is still open and as it was. Fails like `rewriteStore`.
 */
export async function destroyPrivateNotes(
  folder: string,
  { sessionIds, destroyedAtMs, onStep = () => undefined, ...change }: Destroying,
): Promise<Result<OpenVault, VaultFailure>> {
  return rewriteStore(folder, 'private', {
    ...change,
    compacts: true,
    onStep,
    alter(copy) {
      transact(copy, () => {
        const { sessionCount, noteCount } = countPrivate(copy, sessionIds)
        deletePrivate(copy, sessionIds)
        insertDestruction(copy, { destroyedAtMs, sessionCount, noteCount })
      })
    },
  })
}
