import type { SessionId } from '../../../shared/ids.ts'
import { foldAll } from '../../../shared/session/fold.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readHeadHash, readSession } from './event-repository.ts'

/** A session's log as far as it goes: its state is the fold of its events, `headHash` the hash of the last one. */
export interface LiveSession {
  readonly state: SessionState
  readonly preparedAtMs: number
  readonly headHash: Uint8Array
}

/** A session folded from its stored log; undefined when the log has nothing of it. */
export function readLiveSession(db: ReadableDb<'record'>, sessionId: SessionId): LiveSession | undefined {
  const events = readSession(db, sessionId)
  const headHash = readHeadHash(db, sessionId)
  const first = events[0]
  if (first === undefined || headHash === undefined) return undefined
  return { state: foldAll(events), preparedAtMs: first.stamp.wallMs, headHash }
}
