import { sql } from '../vault/sql.ts'

/** Of rows of `session_person`: they came, whether they stayed or not. */
export const hasCome = sql`presence IN ('present', 'out', 'left')`

/** Of a row of `note_signature AS text`: somebody else has still to sign beside its author. */
export const awaitsAnother = sql`text.needs_co_signature = 1
  AND NOT EXISTS (SELECT 1 FROM note_signature AS beside
    WHERE beside.session_id = text.session_id AND beside.kind = 'co-signature' AND beside.amends = text.note_id)`

/** Of a row of `session_person AS person`: their note is signed. */
export const hasOwnNote = sql`EXISTS (SELECT 1 FROM note_signature AS own
  WHERE own.session_id = person.session_id AND own.person_id = person.person_id AND own.kind = 'note')`

/** Of a row of `session_person AS person`: their chart was erased. */
export const isErased = sql`EXISTS (SELECT 1 FROM session_erased AS erased
  WHERE erased.session_id = person.session_id AND erased.person_id = person.person_id)`
