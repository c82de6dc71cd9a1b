import type { SessionId } from '../../../shared/ids.ts'
import { decide } from '../../../shared/session/decide.ts'
import type { EventBody, SessionEvent } from '../../../shared/session/events.ts'
import { fold } from '../../../shared/session/fold.ts'
import { jumpBetween, type Stamp } from '../../../shared/session/stamp.ts'
import { emptySession } from '../../../shared/session/state.ts'
import { chainHash, eventText, genesisHash } from './chain.ts'
import type { StoredEvent } from './event-repository.ts'
import type { LiveSession } from './live-session.ts'

/** A session with events that are not on disk yet. */
export interface Grown {
  readonly live: LiveSession
  readonly entries: readonly { readonly event: SessionEvent; readonly stored: StoredEvent }[]
}

/** A session before its first event. */
export function beginSession(sessionId: SessionId, stamp: Stamp): LiveSession {
  return { state: emptySession, preparedAtMs: stamp.wallMs, headHash: genesisHash(sessionId) }
}

/** Adds what one decision made happen: all of it is one act, named by its first event. */
export function grow(grown: Grown, bodies: readonly EventBody[], stamp: Stamp): Grown {
  const entries = [...grown.entries]
  const { preparedAtMs } = grown.live
  let { state, headHash } = grown.live
  const act = state.seq + 1
  for (const body of bodies) {
    const event: SessionEvent = { seq: state.seq + 1, act, stamp, body }
    const text = eventText(event)
    state = fold(state, event)
    headHash = chainHash(headHash, text)
    entries.push({ event, stored: { seq: event.seq, body: text, hash: headHash } })
  }
  return { live: { state, preparedAtMs, headHash }, entries }
}

/** Adds that the clocks jumped since the last event, if they did. */
export function noticeJump(live: LiveSession, stamp: Stamp): Grown {
  const unchanged: Grown = { live, entries: [] }
  const byMs = live.state.stamp === null ? 0 : jumpBetween(live.state.stamp, stamp)
  if (byMs === 0) return unchanged
  const decision = decide(live.state, { type: 'notice-jump', byMs }, stamp)
  return decision.ok ? grow(unchanged, decision.value, stamp) : unchanged
}
