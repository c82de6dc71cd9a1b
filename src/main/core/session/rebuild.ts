import { transact, type WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { listLoggedSessions } from './event-repository.ts'
import { readLiveSession } from './live-session.ts'
import { projectSession } from './projection.ts'
import {
  clearProjection,
  readProjectionVersion,
  saveProjection,
  saveProjectionVersion,
} from './projection-repository.ts'

/** Counts up whenever `projectSession` keeps something new of logs that exist already. */
const projectionVersion = 3

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
      clearProjection(db, sessionId)
      saveProjection(db, sessionId, projectSession(live), null)
    }
    saveProjectionVersion(db, projectionVersion)
  })
}

/**
 * Brings the tables up to what this program keeps of a log, session by session: one that cannot be read keeps the rows
 * it has, and whoever opens it is told.
 */
export function refreshProjections(db: WritableDb<'record'>): void {
  if (readProjectionVersion(db) >= projectionVersion) return
  transact(db, () => {
    for (const sessionId of listLoggedSessions(db)) {
      try {
        const live = readLiveSession(db, sessionId)
        if (live !== undefined) saveProjection(db, sessionId, projectSession(live), null)
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'damaged-record') throw error
      }
    }
    saveProjectionVersion(db, projectionVersion)
  })
}
