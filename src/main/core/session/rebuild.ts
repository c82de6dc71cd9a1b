import { transact, type WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { listLoggedSessions } from './event-repository.ts'
import { readLiveSession } from './live-session.ts'
import { projectSession } from './projection.ts'
import { clearPeople, saveProjection } from './session-repository.ts'

/**
 * Folds the tables that are kept beside the log anew, of every session, all or none. Which sessions were discarded stays.
 * Throws `StoreError` when a log cannot be read.
 */
export function rebuildProjections(db: WritableDb<'record'>): void {
  transact(db, () => {
    for (const sessionId of listLoggedSessions(db)) {
      const live = readLiveSession(db, sessionId)
      // Rows without a log: the log is the truth, so there is nothing to write them from.
      if (live === undefined) throw new StoreError('record', 'damaged-record', null)
      clearPeople(db, sessionId)
      saveProjection(db, sessionId, projectSession(live))
    }
  })
}
