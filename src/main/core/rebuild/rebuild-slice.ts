import { projectionVersion, saveProjectionVersion } from '../session/projection-repository.ts'
import { rebuildSession } from '../session/rebuild.ts'
import type { SessionId } from '../../../shared/ids.ts'
import { listActiveSessions } from '../session/session-repository.ts'
import { countMissingTallies } from '../session/tally-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import {
  forgetRebuildPlace,
  nextLoggedSession,
  saveRebuildPlace,
  type RebuildPlace,
} from './rebuild-repository.ts'

/** How far a rebuild has come, and of how many sessions since it began or went on the log could not be read. */
export interface Progress {
  readonly place: RebuildPlace
  readonly unreadableCount: number
}

export interface Slice extends Progress {
  /** No session is left. */
  readonly isDone: boolean
}

/**
 * Folds sessions anew until the time is over, one at the least, and is on disk with how far it is. Throws `StoreError`;
 * then nothing of it was done.
 */
export function runSlice(record: WritableDb<'record'>, from: Progress, isOver: () => boolean): Slice {
  return transact(record, () => {
    const active = new Set(listActiveSessions(record))
    let { after, doneCount } = from.place
    let { unreadableCount } = from
    let next = nextLoggedSession(record, after)
    while (next !== null && (after === from.place.after || !isOver())) {
      if (!active.has(next) && !tryRebuild(record, next)) unreadableCount += 1
      after = next
      doneCount += 1
      next = nextLoggedSession(record, after)
    }
    const place = { version: projectionVersion, after, doneCount }
    if (next === null) {
      saveProjectionVersion(record, projectionVersion)
      forgetRebuildPlace(record)
    } else saveRebuildPlace(record, place)
    return { isDone: next === null, place, unreadableCount }
  })
}

/**
 * What every list needs of tables of an earlier version is there before the first of them is read: a tally for each
 * session, from the rows that there are, and whole rows of the session that may be running, whose acts write only what
 * they change.
 */
export function prepareOldTables(record: WritableDb<'record'>): void {
  transact(record, () => {
    countMissingTallies(record)
    for (const sessionId of listActiveSessions(record)) tryRebuild(record, sessionId)
  })
}

/** Whether its log could be read. If not, it keeps the rows that it has, and whoever opens it is told. */
function tryRebuild(record: WritableDb<'record'>, sessionId: SessionId): boolean {
  try {
    rebuildSession(record, sessionId)
    return true
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged-record') throw error
    return false
  }
}
