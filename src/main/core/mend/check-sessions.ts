/* oxlint-disable no-await-in-loop -- one session after the other is the point */
import type { MendSession } from '../../../shared/ipc/mend-calls.ts'
import { listLoggedSessions } from '../session/event-repository.ts'
import { projectionVersion, saveProjectionVersion } from '../session/projection-repository.ts'
import { rebuildSession } from '../session/rebuild.ts'
import { indexSession } from '../search/search-index.ts'
import { saveTally } from '../session/tally-repository.ts'
import { verifySession } from '../session/verify.ts'
import { sessionIdSchema, type SessionId } from '../../../shared/ids.ts'
import { readOne, transact, type WritableDb } from '../vault/database.ts'
import type { HoledSession } from '../vault/mend/judge-logs.ts'
import type { MendTask } from '../vault/mend/mend-task.ts'
import { sql } from '../vault/sql.ts'
import { StoreError } from '../vault/store-error.ts'
import { errorCode } from '../vault/vault-failure.ts'
import { z } from '../../../shared/zod.ts'

export interface CheckedSessions {
  readonly sessionCount: number
  readonly wholeCount: number
  readonly sessions: readonly MendSession[]
}

const maxListed = 200
const maxRanges = 12

/**
 * Folds every session whose log is all there anew, and makes sure that each entry is chained to the one before. The others
 * keep what they have.
 */
export async function checkSessions(
  record: WritableDb<'record'>,
  holed: readonly HoledSession[],
  task: MendTask,
): Promise<CheckedSessions> {
  const isHoled = new Set(holed.map(({ sessionId }) => sessionId))
  const toCheck = listLoggedSessions(record).filter((sessionId) => !isHoled.has(sessionId))
  const broken: MendSession[] = []
  for (const [index, sessionId] of toCheck.entries()) {
    task.tell('check', index, toCheck.length)
    const found = checkSession(record, sessionId)
    if (found !== null) broken.push(found)
    await task.pause()
  }
  for (const { sessionId, isListed } of holed) if (isListed) list(record, sessionIdSchema.parse(sessionId))
  saveProjectionVersion(record, projectionVersion)
  const sessions = [...holed.map(describe), ...broken]
  return {
    sessionCount: toCheck.length + holed.length,
    wholeCount: toCheck.length - broken.length,
    sessions: sessions.toSorted((one, other) => (other.atMs ?? 0) - (one.atMs ?? 0)).slice(0, maxListed),
  }
}

/** What is wrong with a log that has no hole; null where nothing is. */
function checkSession(record: WritableDb<'record'>, sessionId: SessionId): MendSession | null {
  const isFolded = fold(record, sessionId)
  if (!isFolded) list(record, sessionId)
  const { eventCount, firstBreak } = verifySession(record, sessionId)
  // A text that is missing is counted by itself: what the log says of it is all there.
  if (isFolded && (firstBreak === null || firstBreak.what.startsWith('note-'))) return null
  const from = firstBreak?.seq ?? 1
  const lost = from >= 1 && from <= eventCount ? [{ from, to: eventCount }] : []
  return { ...headingOf(record, sessionId), entryCount: eventCount, lost, isListed: true }
}

function fold(record: WritableDb<'record'>, sessionId: SessionId): boolean {
  try {
    rebuildSession(record, sessionId)
    return true
  } catch (error) {
    const isItsOwn =
      (error instanceof StoreError && error.code === 'damaged-record') ||
      String(errorCode(error)).startsWith('SQLITE_CONSTRAINT')
    if (!isItsOwn) throw error
    return false
  }
}

/** Puts a session that keeps what it has where it is looked for: neither its tally nor its words were read. */
function list(record: WritableDb<'record'>, sessionId: SessionId): void {
  transact(record, () => {
    saveTally(record, sessionId)
    indexSession(record, sessionId)
  })
}

function headingOf(
  record: WritableDb<'record'>,
  sessionId: SessionId,
): Pick<MendSession, 'groupName' | 'atMs'> {
  const heading = readOne(
    record,
    sql`SELECT name AS groupName, coalesce(started_at_ms, planned_start_ms, prepared_at_ms) AS atMs
        FROM session LEFT JOIN therapy_group USING (group_id) WHERE session_id = ${sessionId}`,
    z.strictObject({ groupName: z.string().nullable(), atMs: z.int() }),
  )
  return heading ?? { groupName: null, atMs: null }
}

function describe({ groupName, atMs, entryCount, lost, isListed }: HoledSession): MendSession {
  return { groupName, atMs, entryCount, lost: joined(lost), isListed }
}

// More ranges than anybody reads are told as one, from the first to the last.
function joined(lost: HoledSession['lost']): MendSession['lost'] {
  const [first, last] = [lost[maxRanges - 1], lost.at(-1)]
  return lost.length <= maxRanges || first === undefined || last === undefined
    ? [...lost]
    : [...lost.slice(0, maxRanges - 1), { from: first.from, to: last.to }]
}
