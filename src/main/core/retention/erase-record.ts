import type { PersonId } from '../../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import { removeMember } from '../roster/roster-repository.ts'
import { forgetSession } from '../search/search-index.ts'
import { sweepIndex } from '../search/search-items.ts'
import { createSessionLog } from '../session/session-log.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import type { Taken } from './alteration.ts'
import {
  countErased,
  eraseLogs,
  eraseRows,
  keepNumbers,
  letGo,
  listErasedSessions,
  listSharedSessions,
  takeHold,
} from './erasing-repository.ts'

interface Erasing {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
  readonly personIds: readonly PersonId[]
}

/**
 * Erases charts, and the sessions that nobody else is in, in one transaction, and counts what that took. Logs that stay
 * say whose chart is gone, so that nobody looks for a text that they commit to. What was erased is in free pages still.
 * Throws when the database does not let go of one of them; then nothing is erased.
 */
export function eraseRecord({ record, clock, personIds }: Erasing): Taken {
  return transact(record, () => {
    takeHold(record, personIds)
    const sessionIds = listErasedSessions(record)
    const { textCount } = countErased(record)
    keepNumbers(record)
    eraseRows(record)
    sayInLogs(record, clock)
    for (const sessionId of sessionIds) forgetSession(record, sessionId)
    eraseLogs(record)
    for (const personId of personIds) removeMember(record, personId)
    letGo(record)
    sweepIndex(record)
    return { sessionCount: sessionIds.length, textCount }
  })
}

function sayInLogs(record: WritableDb<'record'>, clock: Clock): void {
  // A log of its own: what it holds of a session is dropped with it, should the transaction be.
  const log = createSessionLog({ db: record, clock, push: () => undefined })
  for (const [sessionId, people] of Map.groupBy(listSharedSessions(record), (one) => one.sessionId)) {
    for (const { personId } of people) {
      const appended = log.append(sessionId, { type: 'erase-chart', personId })
      if (!appended.ok) throw new Error('a session that stays has no place for what was erased')
    }
    log.forget(sessionId)
  }
}
