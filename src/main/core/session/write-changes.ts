import type { SessionId } from '../../../shared/ids.ts'
import { transact, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { StoreError } from '../vault/store-error.ts'
import { genesisHash } from './chain.ts'
import { readHeadHash } from './event-repository.ts'
import type { Change } from './unwritten.ts'

/**
 * Writes what waited, and then what happens now, all of it or nothing. What waited may be there already, for a disk can
 * keep what it said it had not: the chain of hashes tells. Throws `StoreError`, with `other-vault` where the record goes
 * on from something else.
 */
export function writeChanges(
  record: WritableDb<'record'>,
  waiting: readonly Change[],
  now: readonly Change[],
): void {
  transact(record, () => {
    for (const { write } of [...notYetWritten(record, waiting), ...now]) write(record)
  })
}

function notYetWritten(record: ReadableDb<'record'>, waiting: readonly Change[]): Change[] {
  const heads = new Map<SessionId, string>()
  for (const { session } of waiting)
    if (session !== null && !heads.has(session.sessionId))
      heads.set(session.sessionId, headOf(record, session.sessionId))
  const from = new Map(
    [...heads].map(([sessionId, head]) => [sessionId, placeAfter(waiting, sessionId, head)]),
  )
  return waiting.filter(({ session }, at) => session === null || at >= (from.get(session.sessionId) ?? 0))
}

/** Where in the list a session goes on from its last event on the disk. */
function placeAfter(waiting: readonly Change[], sessionId: SessionId, head: string): number {
  const last = waiting.findLastIndex(
    ({ session }) => session?.sessionId === sessionId && hex(session.after.headHash) === head,
  )
  if (last !== -1) return last + 1
  const first = waiting.find(({ session }) => session?.sessionId === sessionId)?.session
  if (first !== undefined && first !== null && hex(first.before.headHash) === head) return 0
  throw new StoreError('record', 'other-vault', null)
}

function headOf(record: ReadableDb<'record'>, sessionId: SessionId): string {
  return hex(readHeadHash(record, sessionId) ?? genesisHash(sessionId))
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex')
}
