import type { GroupId, SessionId } from '../../../shared/ids.ts'
import { modalitySchema, type Modality } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** How a session is or was held. */
export function readModality(db: ReadableDb<'record'>, sessionId: SessionId): Modality {
  const row = readOne(
    db,
    sql`SELECT modality FROM session_modality WHERE session_id = ${sessionId}`,
    z.strictObject({ modality: modalitySchema }),
  )
  return row?.modality ?? 'in-person'
}

export function saveModality(db: WritableDb<'record'>, sessionId: SessionId, modality: Modality): void {
  write(
    db,
    sql`INSERT INTO session_modality (session_id, modality) VALUES (${sessionId}, ${modality})
        ON CONFLICT (session_id) DO UPDATE SET modality = excluded.modality`,
  )
}

/** A group that meets otherwise from now on does so in the sessions that are prepared and have not begun. */
export function changePreparedModality(db: WritableDb<'record'>, groupId: GroupId, modality: Modality): void {
  write(
    db,
    sql`UPDATE session_modality SET modality = ${modality}
        WHERE session_id IN (SELECT session_id FROM session WHERE group_id = ${groupId} AND stage = 'prepared')`,
  )
}
