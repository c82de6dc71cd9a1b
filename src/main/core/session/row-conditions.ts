import { sql } from '../vault/sql.ts'

/** Of rows of `session_person`: they came, whether they stayed or not. */
export const hasCome = sql`presence IN ('present', 'out', 'left')`

/** Of a row of `note_signature AS text`: somebody else has still to sign beside its author. */
export const awaitsAnother = sql`text.needs_co_signature = 1
  AND NOT EXISTS (SELECT 1 FROM note_signature AS beside
    WHERE beside.session_id = text.session_id AND beside.kind = 'co-signature' AND beside.amends = text.note_id)`
