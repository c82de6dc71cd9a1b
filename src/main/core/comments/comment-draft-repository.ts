import type { NoteId, PersonId, SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

/** Whose words, and about what; `noteId` is null for the session as a whole. */
export interface DraftPlace {
  readonly sessionId: SessionId
  readonly noteId: NoteId | null
  readonly writtenById: PersonId
}

const rowSchema = z.strictObject({ text: z.string() })

/** What somebody has begun to say; empty where they have not. */
export function readCommentDraft(db: ReadableDb<'record'>, place: DraftPlace): string {
  const row = readOne(db, sql`SELECT text FROM supervision_comment_draft WHERE ${isAt(place)}`, rowSchema)
  return row?.text ?? ''
}

/** Replaces what was begun; nothing written is nothing kept. */
export function saveCommentDraft(db: WritableDb<'record'>, place: DraftPlace, text: string): void {
  deleteCommentDraft(db, place)
  if (text.trim() === '') return
  const { sessionId, noteId, writtenById } = place
  write(
    db,
    sql`INSERT INTO supervision_comment_draft (session_id, note_id, written_by_id, text)
        VALUES (${sessionId}, ${noteId}, ${writtenById}, ${text})`,
  )
}

export function deleteCommentDraft(db: WritableDb<'record'>, place: DraftPlace): void {
  write(db, sql`DELETE FROM supervision_comment_draft WHERE ${isAt(place)}`)
}

function isAt({ sessionId, noteId, writtenById }: DraftPlace): Query {
  return sql`session_id = ${sessionId} AND written_by_id = ${writtenById} AND note_id IS ${noteId}`
}
