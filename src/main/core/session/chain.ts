import { canonicalJson } from '../../../shared/canonical-json.ts'
import type { SessionId } from '../../../shared/ids.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import { sha256 } from '../effects.ts'

/**
 * What the first event of a session is chained to: SHA-256 of the UTF-8 text `circlekeeper session ` followed by the
 * session's id. So no event can be moved to the log of another session.
 */
export function genesisHash(sessionId: SessionId): Uint8Array {
  return sha256(`circlekeeper session ${sessionId}`)
}

/** The text under which an event is stored and hashed: the canonical JSON of the whole event. */
export function eventText(event: SessionEvent): string {
  return canonicalJson(event)
}

/** SHA-256 of the hash before (32 bytes), followed by the event's text in UTF-8. */
export function chainHash(previous: Uint8Array, text: string): Uint8Array {
  return sha256(previous, text)
}
