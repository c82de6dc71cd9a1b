import type { SessionId } from '../../../shared/ids.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { countPrivate, deletePrivate, insertDestruction } from './destroyed-repository.ts'

/** Whose private notes are destroyed, and when. */
export interface Destroying {
  readonly sessionIds: readonly SessionId[]
  /** Milliseconds since 1970 UTC. */
  readonly destroyedAtMs: number
}

/**
 * Takes the private notes of some sessions, and the counts of touches in them, out of a copy of private.db, and notes there that it
 * was done. They are destroyed when what is left of the copy has the place of private.db, under another key.
 */
export function takeNotes(copy: WritableDb<'private'>, { sessionIds, destroyedAtMs }: Destroying): void {
  transact(copy, () => {
    const { sessionCount, noteCount } = countPrivate(copy, sessionIds)
    deletePrivate(copy, sessionIds)
    insertDestruction(copy, { destroyedAtMs, sessionCount, noteCount })
  })
}
