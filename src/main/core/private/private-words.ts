import { noteIdSchema, sessionIdSchema, type NoteId, type SessionId } from '../../../shared/ids.ts'
import type { Snippet } from '../../../shared/ipc/search-calls.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import { z } from '../../../shared/zod.ts'
import { cutSnippet } from '../search/cut-snippet.ts'
import { matchExpression, parseQuery } from '../search/search-query.ts'
import { indexWords } from '../search/tokens.ts'
import { readAll, readOne, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Notes shown at once: more than anybody reads before typing another letter. */
const shownNotes = 100

/** Lets a note be found. To be called in the transaction that writes it. */
export function indexPrivateNote(db: WritableDb<'private'>, { noteId, text }: NoteText): void {
  write(db, sql`INSERT INTO private_item (note_id) VALUES (${noteId})`)
  write(
    db,
    sql`INSERT INTO private_words (rowid, words)
        SELECT item, ${indexWords([text])} FROM private_item WHERE note_id = ${noteId}`,
  )
}

/** To be called in the transaction that deletes the note, before it. */
export function forgetPrivateNote(db: WritableDb<'private'>, noteId: NoteId): void {
  write(
    db,
    sql`DELETE FROM private_words WHERE rowid IN (SELECT item FROM private_item WHERE note_id = ${noteId})`,
  )
  write(db, sql`DELETE FROM private_item WHERE note_id = ${noteId}`)
}

const missing = sql`FROM private_note WHERE note_id NOT IN (SELECT note_id FROM private_item)`

/** Lets a number of notes be found that were written before there was a search; returns how many are left. */
export function indexOlderNotes(db: WritableDb<'private'>, atMost: number): number {
  return transact(db, () => {
    const older = readAll(
      db,
      sql`SELECT note_id AS noteId, text ${missing} ORDER BY rowid LIMIT ${atMost}`,
      z.strictObject({ noteId: noteIdSchema, text: z.string() }),
    )
    for (const note of older) indexPrivateNote(db, note)
    if (older.length < atMost) return 0
    const counted = readOne(db, sql`SELECT count(*) AS count ${missing}`, z.strictObject({ count: z.int() }))
    return counted?.count ?? 0
  })
}

const foundRowSchema = z.strictObject({
  noteId: noteIdSchema,
  sessionId: sessionIdSchema,
  text: z.string(),
  noteCount: z.int(),
})

export interface FoundNotes {
  readonly notes: readonly {
    readonly noteId: NoteId
    readonly sessionId: SessionId
    readonly snippet: Snippet
  }[]
  readonly noteCount: number
}

/** Notes of which each holds everything that was typed, newest first; those that are hidden are as good as unwritten. */
export function findPrivateNotes(
  db: ReadableDb<'private'>,
  typed: string,
  hidden: { readonly noteIds: readonly NoteId[]; readonly sessionIds: readonly SessionId[] },
): FoundNotes {
  const terms = parseQuery(typed)
  if (terms.length === 0) return { notes: [], noteCount: 0 }
  const rows = readAll(
    db,
    sql`SELECT note_id AS noteId, session_id AS sessionId, text, noteCount
        FROM (SELECT item, note_id, session_id, count(*) OVER () AS noteCount
            FROM (SELECT rowid AS item FROM private_words WHERE private_words MATCH ${matchExpression(terms)})
              JOIN private_item USING (item) JOIN private_note USING (note_id)
            WHERE note_id NOT IN (SELECT value FROM json_each(${JSON.stringify(hidden.noteIds)}))
              AND session_id NOT IN (SELECT value FROM json_each(${JSON.stringify(hidden.sessionIds)}))
            ORDER BY item DESC LIMIT ${shownNotes})
          JOIN private_note USING (note_id, session_id)
        ORDER BY item DESC`,
    foundRowSchema,
  )
  return {
    notes: rows.map(({ noteId, sessionId, text }) => ({
      noteId,
      sessionId,
      snippet: cutSnippet(text, terms),
    })),
    noteCount: rows[0]?.noteCount ?? 0,
  }
}
