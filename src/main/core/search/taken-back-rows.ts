import { isDeepStrictEqual } from 'node:util'
import { noteIdSchema, type NoteId, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Which private notes of a session were undone, in the order of their ids. */
export function readTakenBack(db: ReadableDb<'record'>, sessionId: SessionId): NoteId[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId FROM taken_back_note WHERE session_id = ${sessionId} ORDER BY note_id`,
    z.strictObject({ noteId: noteIdSchema }),
  ).map(({ noteId }) => noteId)
}

/** To be called in the transaction that appends. `before` is what was kept; undefined when that is not known. */
export function saveTakenBack(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  after: readonly NoteId[],
  before: readonly NoteId[] | undefined,
): void {
  if (isDeepStrictEqual(after, before)) return
  write(db, sql`DELETE FROM taken_back_note WHERE session_id = ${sessionId}`)
  for (const noteId of after)
    write(db, sql`INSERT INTO taken_back_note (session_id, note_id) VALUES (${sessionId}, ${noteId})`)
}
