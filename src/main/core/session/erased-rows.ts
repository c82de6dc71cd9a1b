import { isDeepStrictEqual } from 'node:util'
import { personIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Who of a session has no chart any more, in the order of their ids. */
export function readErased(db: ReadableDb<'record'>, sessionId: SessionId): PersonId[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId FROM session_erased WHERE session_id = ${sessionId} ORDER BY person_id`,
    z.strictObject({ personId: personIdSchema }),
  ).map(({ personId }) => personId)
}

/** To be called in the transaction that appends. `before` is what was kept; undefined when that is not known. */
export function saveErased(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  after: readonly PersonId[],
  before: readonly PersonId[] | undefined,
): void {
  if (isDeepStrictEqual(after, before)) return
  write(db, sql`DELETE FROM session_erased WHERE session_id = ${sessionId}`)
  for (const personId of after)
    write(db, sql`INSERT INTO session_erased (session_id, person_id) VALUES (${sessionId}, ${personId})`)
}
