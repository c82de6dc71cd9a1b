import type { SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { SessionLog } from '../session/session-log.ts'

/** The session of a debrief. Fails with `not-closed` while it has not ended: a debrief of it would be invented. */
export function findEnded(log: SessionLog, sessionId: SessionId): Result<SessionState, Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  return state.stage === 'ended' ? succeed(state) : fail({ code: 'not-closed' })
}
