import type { CommentId, NoteId, PersonId, SessionId } from '../../../shared/ids.ts'
import { groupIdSchema, personIdSchema, sessionIdSchema } from '../../../shared/ids.ts'
import { commentSchema, type Comment } from '../../../shared/ipc/comment-calls.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const unreadSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  number: z.int(),
  count: z.int(),
})

/** A comment as it is written down. Times are milliseconds since 1970 UTC. */
export interface NewComment {
  readonly commentId: CommentId
  readonly sessionId: SessionId
  readonly noteId: NoteId | null
  readonly writtenById: PersonId
  readonly writtenAtMs: number
  readonly text: string
}

export function insertComment(db: WritableDb<'record'>, comment: NewComment): void {
  const { commentId, sessionId, noteId, writtenById, writtenAtMs, text } = comment
  write(
    db,
    sql`INSERT INTO supervision_comment (comment_id, session_id, note_id, written_by_id, written_at_ms, text)
        VALUES (${commentId}, ${sessionId}, ${noteId}, ${writtenById}, ${writtenAtMs}, ${text})`,
  )
}

/** As they are to `readerId`: what was taken back has no words any more. */
export function listComments(db: ReadableDb<'record'>, sessionId: SessionId, readerId: PersonId): Comment[] {
  return readAll(
    db,
    sql`SELECT comment.comment_id AS commentId, note_id AS noteId, written_by_id AS writtenById,
          written_at_ms AS writtenAtMs, CASE WHEN taken_back_at_ms IS NULL THEN text END AS text,
          taken_back_at_ms AS takenBackAtMs,
          CASE WHEN written_by_id = ${readerId} THEN written_at_ms ELSE read_at_ms END AS readAtMs
        FROM supervision_comment AS comment
          LEFT JOIN supervision_comment_taken_back AS back ON back.comment_id = comment.comment_id
          LEFT JOIN supervision_comment_read AS seen
            ON seen.comment_id = comment.comment_id AND reader_id = ${readerId}
        WHERE session_id = ${sessionId} ORDER BY comment.rowid`,
    commentSchema,
  )
}

/** In which sessions there are comments, not taken back, that somebody has not read. */
export function listUnread(db: ReadableDb<'record'>, readerId: PersonId): z.infer<typeof unreadSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, group_id AS groupId, number, count(*) AS count
        FROM supervision_comment AS comment JOIN session USING (session_id)
        WHERE written_by_id <> ${readerId}
          AND NOT EXISTS (SELECT 1 FROM supervision_comment_read AS seen
            WHERE seen.comment_id = comment.comment_id AND reader_id = ${readerId})
          AND NOT EXISTS (SELECT 1 FROM supervision_comment_taken_back AS back
            WHERE back.comment_id = comment.comment_id)
        GROUP BY session_id ORDER BY min(comment.rowid)`,
    unreadSchema,
  )
}

export function markRead(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  readerId: PersonId,
  atMs: number,
): void {
  write(
    db,
    sql`INSERT INTO supervision_comment_read (comment_id, reader_id, read_at_ms)
        SELECT comment_id, ${readerId}, ${atMs} FROM supervision_comment
        WHERE session_id = ${sessionId} AND written_by_id <> ${readerId}
        ON CONFLICT (comment_id, reader_id) DO NOTHING`,
  )
}

/** Who wrote a comment; undefined where there is none. */
export function findWriter(db: ReadableDb<'record'>, commentId: CommentId): PersonId | undefined {
  return readOne(
    db,
    sql`SELECT written_by_id AS writtenById FROM supervision_comment WHERE comment_id = ${commentId}`,
    z.strictObject({ writtenById: personIdSchema }),
  )?.writtenById
}

/** A second time changes nothing. */
export function takeBack(db: WritableDb<'record'>, commentId: CommentId, atMs: number): void {
  write(
    db,
    sql`INSERT INTO supervision_comment_taken_back (comment_id, taken_back_at_ms) VALUES (${commentId}, ${atMs})
        ON CONFLICT (comment_id) DO NOTHING`,
  )
}
