import type { baselineCalls } from '../../../shared/ipc/baseline-calls.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { spanShare, talkShare } from '../../../shared/session/baseline.ts'
import { isFacilitator } from '../../../shared/session/vocabulary.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { listParticipation } from './baseline-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly log: SessionLog
}

export function baselineHandlers({ record, log }: Sources): Handlers<keyof typeof baselineCalls> {
  return {
    'session.baselines': ({ sessionId }) => {
      const state = log.state(sessionId)
      if (state === undefined) return fail({ code: 'not-found' })
      const people = state.people.filter(({ role }) => !isFacilitator(role))
      return succeed(
        people.map(({ personId }) => ({
          personId,
          talked: listParticipation(record, personId, sessionId, 'floor').map(talkShare),
          heard: listParticipation(record, personId, sessionId, 'sampling').map(spanShare),
        })),
      )
    },
  }
}
