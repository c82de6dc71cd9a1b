import { groupIdSchema, noteIdSchema, sessionIdSchema } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import type { PrivatePlaces } from '../private/private-search-handlers.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const heldRowSchema = z.strictObject({ sessionId: sessionIdSchema, groupId: groupIdSchema, atMs: z.int() })

/** What the record tells the search of private notes: which of them count, and when their sessions were. */
export function createPrivatePlaces(record: ReadableDb<'record'>): PrivatePlaces {
  return {
    hidden: () => ({
      noteIds: readAll(
        record,
        sql`SELECT note_id AS noteId FROM taken_back_note`,
        z.strictObject({ noteId: noteIdSchema }),
      ).map(({ noteId }) => noteId),
      // Only what never began is discarded, so the few that did not end are looked through.
      sessionIds: readAll(
        record,
        sql`SELECT session_id AS sessionId FROM session WHERE stage <> 'ended' AND is_discarded = 1`,
        z.strictObject({ sessionId: sessionIdSchema }),
      ).map(({ sessionId }) => sessionId),
    }),
    heldOf: (sessionIds) =>
      new Map(
        readAll(
          record,
          sql`SELECT session_id AS sessionId, group_id AS groupId, order_ms AS atMs
              FROM session JOIN session_tally USING (session_id)
              WHERE session_id IN (SELECT value FROM json_each(${JSON.stringify(sessionIds)}))`,
          heldRowSchema,
        ).map(({ sessionId, ...held }) => [sessionId, held]),
      ),
  }
}
