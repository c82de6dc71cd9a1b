import type { SessionId } from '../../../shared/ids.ts'
import type { AnyCommand } from '../../../shared/session/commands.ts'
import { decide } from '../../../shared/session/decide.ts'
import type { EventBody, SessionEvent } from '../../../shared/session/events.ts'
import { fold } from '../../../shared/session/fold.ts'
import { jumpBetween, type Stamp } from '../../../shared/session/stamp.ts'
import { emptySession } from '../../../shared/session/state.ts'
import type { Absence } from './absence.ts'
import { chainHash, eventText, genesisHash } from './chain.ts'
import type { StoredEvent } from './event-repository.ts'
import type { LiveSession } from './live-session.ts'
import type { WatchedSession } from './watched.ts'

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

/**
 * Adds what became of the time since the last event without anybody's doing: that the console was away, that the wall
 * clock was moved. The return comes first, since it tells how that time passed.
 */
export function noticeTime(live: LiveSession, stamp: Stamp, absence: Absence | null): Grown {
  return notice({ live, entries: [] }, live.state.stamp, stamp, absence)
}

/**
 * The same after a lock through which the console watched the session: first what ran out, each phase at its own moment
 * by the wall clock as the last event knew it.
 */
export function noticeLock(
  live: LiveSession,
  { sinceStamp, watchedMs, ranOut }: WatchedSession,
  stamp: Stamp,
  absence: Absence,
): Grown {
  const last = live.state.stamp ?? sinceStamp
  const grown = ranOut.reduce<Grown>(
    (so, { phaseId, afterMs }) => {
      const monoMs = sinceStamp.monoMs + afterMs
      const at = { ...last, monoMs, wallMs: last.wallMs + monoMs - last.monoMs }
      return grow(so, decided(so, { type: 'run-out', phaseId }, at), at)
    },
    { live, entries: [] },
  )
  return notice(grown, last, stamp, { ...absence, watchedMs })
}

function notice(
  grown: Grown,
  last: Stamp | null,
  stamp: Stamp,
  absence: (Absence & { readonly watchedMs?: number }) | null,
): Grown {
  const byMs = last === null ? 0 : jumpBetween(last, stamp)
  const commands: AnyCommand[] = [
    ...(absence === null ? [] : [{ type: 'come-back', ...absence } as const]),
    ...(byMs === 0 ? [] : [{ type: 'notice-jump', byMs } as const]),
  ]
  return grow(
    grown,
    commands.flatMap((command) => decided(grown, command, stamp)),
    stamp,
  )
}

function decided({ live }: Grown, command: AnyCommand, stamp: Stamp): readonly EventBody[] {
  const decision = decide(live.state, command, stamp)
  return decision.ok ? decision.value : []
}
