import { listLoggedSessions } from '../../../src/main/core/session/event-repository.ts'
import { rebuildSession } from '../../../src/main/core/session/rebuild.ts'
import type { WritableDb } from '../../../src/main/core/vault/database.ts'

/** Folds the tables of every session anew. */
export function rebuildAll(record: WritableDb<'record'>): void {
  for (const sessionId of listLoggedSessions(record)) rebuildSession(record, sessionId)
}
