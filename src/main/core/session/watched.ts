import type { PhaseId, SessionId } from '../../../shared/ids.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { LiveSession } from './live-session.ts'

/** A session that goes on: `state` is true at its stamp. */
export interface RunningSession {
  readonly sessionId: SessionId
  readonly state: SessionState
  readonly headHash: Uint8Array
}

/** What a locked console saw of a session that went on: nothing in it names anybody. */
export interface WatchedSession {
  readonly sessionId: SessionId
  /** The end of its log when the vault was locked. */
  readonly headHash: Uint8Array
  readonly sinceStamp: Stamp
  /** Milliseconds of the time until now through which the console was there. */
  readonly watchedMs: number
  readonly ranOut: readonly { readonly phaseId: PhaseId; readonly afterMs: number }[]
}

/**
 * Whether what was watched is this session, as it was then. A log that went on elsewhere meanwhile, or a core that was
 * started anew, makes an absence of the lock.
 */
export function isAsItWas(watched: WatchedSession, id: SessionId, live: LiveSession, now: Stamp): boolean {
  const { sessionId, headHash, sinceStamp } = watched
  return sessionId === id && Buffer.from(headHash).equals(live.headHash) && sinceStamp.run === now.run
}
