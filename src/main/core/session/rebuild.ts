import type { SessionId } from '../../../shared/ids.ts'
import { indexSession } from '../search/search-index.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { LogNotWhole, StoreError } from '../vault/store-error.ts'
import { readLiveSession } from './live-session.ts'
import { projectSession, type Projection } from './projection.ts'
import {
  clearProjection,
  projectionVersion,
  readProjection,
  readProjectionVersion,
  saveProjection,
} from './projection-repository.ts'
import { saveTally } from './tally-repository.ts'

/**
 * Folds the tables that are kept beside a session's log anew, all of them or none. Whether it was discarded stays. Throws
 * `StoreError` when the log cannot be read; then the rows are as they were.
 */
export function rebuildSession(db: WritableDb<'record'>, sessionId: SessionId): void {
  transact(db, () => {
    const live = readLiveSession(db, sessionId)
    // Rows without a log: the log is the truth, so there is nothing to write them from.
    if (live === undefined) throw new LogNotWhole()
    const kept = readKept(db, sessionId)
    // Most rows are right already, and writing takes longer than reading.
    if (kept === null) clearProjection(db, sessionId)
    saveProjection(db, sessionId, projectSession(live), kept)
    saveTally(db, sessionId)
    indexSession(db, sessionId)
  })
}

/** The rows that there are; null where none are, or none that could be a session's. */
function readKept(db: ReadableDb<'record'>, sessionId: SessionId): Projection | null {
  try {
    return readProjection(db, sessionId) ?? null
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged-record') throw error
    return null
  }
}

/** Whether the tables of every session are those that this program keeps. */
export function areProjectionsNew(db: ReadableDb<'record'>): boolean {
  return readProjectionVersion(db) >= projectionVersion
}
