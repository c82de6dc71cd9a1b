import type { interactionCalls } from '../../../shared/ipc/interaction-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { addTouches, readTouches } from './interaction-repository.ts'

interface Sources {
  readonly privateStore: WritableDb<'private'>
  readonly log: SessionLog
}

/**
 * Counts how often the console was touched in a session. It is no event: it says nothing about the group. It is its
 * facilitator's alone, so it is kept where only they can open it.
 */
export function interactionHandlers({ privateStore, log }: Sources): Handlers<keyof typeof interactionCalls> {
  return {
    'interaction.add': ({ sessionId, touches }) => {
      if (log.state(sessionId) === undefined) return fail({ code: 'not-found' })
      transact(privateStore, () => addTouches(privateStore, sessionId, touches))
      return succeed(null)
    },
    'interaction.read': ({ sessionId }) =>
      log.state(sessionId) === undefined
        ? fail({ code: 'not-found' })
        : succeed(readTouches(privateStore, sessionId)),
  }
}
