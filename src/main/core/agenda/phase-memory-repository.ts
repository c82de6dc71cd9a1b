import type { GroupType } from '../../../shared/agenda/group-type.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const heldPhaseSchema = z.strictObject({ name: z.string(), actualMs: z.int() })

/** What people do changes: older sessions tell how they led a group once. */
const newestSessions = 20

/**
 * The phases that were really held, in the newest sessions of a type that this person led. Sessions entered from paper
 * are left out: their minutes were written down from memory, most often as they were planned.
 */
export function listHeldPhases(
  db: ReadableDb<'record'>,
  groupType: GroupType,
  leadId: PersonId,
): z.infer<typeof heldPhaseSchema>[] {
  return readAll(
    db,
    sql`SELECT name, actual_ms AS actualMs
        FROM session_phase
        JOIN (
          SELECT session_id FROM session
          WHERE group_type = ${groupType} AND lead_id = ${leadId} AND stage = 'ended' AND is_discarded = 0
            AND entered_late_at_ms IS NULL
          ORDER BY started_at_ms DESC LIMIT ${newestSessions}
        ) USING (session_id)
        WHERE status = 'done'`,
    heldPhaseSchema,
  )
}
