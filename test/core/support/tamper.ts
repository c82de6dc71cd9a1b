import { verifySession, type Verdict } from '../../../src/main/core/session/verify.ts'
import { transact, write, type WritableDb } from '../../../src/main/core/vault/database.ts'
import { sql, type Query } from '../../../src/main/core/vault/sql.ts'
import type { SessionId } from '../../../src/shared/ids.ts'

const unguarded = [
  sql`DROP TRIGGER session_event_is_appended`,
  sql`DROP TRIGGER session_event_is_not_changed`,
  sql`DROP TRIGGER session_event_is_not_deleted`,
  sql`DROP TRIGGER record_note_is_not_changed`,
  sql`DROP TRIGGER record_note_is_not_deleted`,
  sql`DROP TRIGGER record_note_is_not_replaced`,
  sql`DROP TRIGGER signed_note_is_not_changed`,
  sql`DROP TRIGGER signed_note_is_not_deleted`,
  sql`DROP TRIGGER signed_note_is_not_replaced`,
]

class Restored extends Error {}

/** What the verifier finds after someone with the key has been at the tables; then everything is as it was. */
export function findAfter(
  record: WritableDb<'record'>,
  sessionId: SessionId,
  queries: readonly Query[],
): Verdict['firstBreak'] {
  let found: Verdict['firstBreak'] = null
  try {
    transact(record, () => {
      for (const query of [...unguarded, ...queries]) write(record, query)
      found = verifySession(record, sessionId).firstBreak
      throw new Restored()
    })
  } catch (error) {
    if (!(error instanceof Restored)) throw error
  }
  return found
}
