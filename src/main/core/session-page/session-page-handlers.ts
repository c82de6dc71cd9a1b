import type { sessionPageCalls } from '../../../shared/ipc/session-page-calls.ts'
import { newestFirst } from '../../../shared/record/disclosure.ts'
import { fail, succeed } from '../../../shared/result.ts'
import { listDisclosuresOfSession } from '../disclosures/disclosure-repository.ts'
import type { Handlers } from '../handler.ts'
import type { ReadableDb } from '../vault/database.ts'
import { findNeighbour, findNumbered } from './session-page-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
}

export function sessionPageHandlers({ record }: Sources): Handlers<keyof typeof sessionPageCalls> {
  return {
    'session-page.beside': ({ sessionId }) => {
      const own = findNumbered(record, sessionId)
      if (own === undefined) return fail({ code: 'not-found' })
      const entries = newestFirst(listDisclosuresOfSession(record, sessionId))
      return succeed({
        previous: findNeighbour(record, own, 'previous'),
        next: findNeighbour(record, own, 'next'),
        disclosures: entries.filter(({ correctedById }) => correctedById === null),
      })
    },
  }
}
