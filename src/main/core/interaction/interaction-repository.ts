import { phaseIdSchema, type SessionId } from '../../../shared/ids.ts'
import { mostTouches, touchesSchema, type Touches } from '../../../shared/ipc/interaction-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

// A key of the table cannot be NULL: outside of the phases it is empty.
const rowSchema = touchesSchema.extend({
  phaseId: z.union([z.literal('').transform(() => null), phaseIdSchema]),
})

export function readTouches(db: ReadableDb<'private'>, sessionId: SessionId): Touches[] {
  return readAll(
    db,
    sql`SELECT minute, phase_id AS phaseId, key_presses AS keyPresses, clicks, typed FROM interaction_count
        WHERE session_id = ${sessionId} ORDER BY minute, phase_id`,
    rowSchema,
  )
}

/** Adds to the counts of a session. To be called in a transaction. */
export function addTouches(
  db: WritableDb<'private'>,
  sessionId: SessionId,
  touches: readonly Touches[],
): void {
  for (const { minute, phaseId, keyPresses, clicks, typed } of touches) {
    write(
      db,
      sql`INSERT INTO interaction_count (session_id, minute, phase_id, key_presses, clicks, typed)
          VALUES (${sessionId}, ${minute}, ${phaseId ?? ''}, ${keyPresses}, ${clicks}, ${typed})
          ON CONFLICT (session_id, minute, phase_id) DO UPDATE SET
            key_presses = min(key_presses + excluded.key_presses, ${mostTouches}),
            clicks = min(clicks + excluded.clicks, ${mostTouches}),
            typed = min(typed + excluded.typed, ${mostTouches})`,
    )
  }
}
