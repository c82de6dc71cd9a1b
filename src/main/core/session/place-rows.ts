import {
  noteIdSchema,
  personIdSchema,
  phaseIdSchema,
  type NoteId,
  type SessionId,
} from '../../../shared/ids.ts'
import { markSchema } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'
import type { MarkRow, NoteRow } from './projection.ts'

const place = { phaseId: phaseIdSchema.nullable(), atMs: z.int(), wallMs: z.int() }
const markRowSchema = z.strictObject({ seq: z.int(), personId: personIdSchema, mark: markSchema, ...place })
const noteRowSchema = z.strictObject({ noteId: noteIdSchema, ...place })

export function saveMark(db: WritableDb<'record'>, sessionId: SessionId, row: MarkRow): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO session_mark (session_id, seq, person_id, mark, phase_id, at_ms, wall_ms)
        VALUES (${sessionId}, ${row.seq}, ${row.personId}, ${row.mark}, ${row.phaseId}, ${row.atMs}, ${row.wallMs})`,
  )
}

export function removeMark(db: WritableDb<'record'>, sessionId: SessionId, seq: number): void {
  write(db, sql`DELETE FROM session_mark WHERE session_id = ${sessionId} AND seq = ${seq}`)
}

/** The marks of a session that were not taken back, in the order in which they were made. */
export function readMarks(db: ReadableDb<'record'>, sessionId: SessionId): MarkRow[] {
  return readAll(
    db,
    sql`SELECT seq, person_id AS personId, mark, phase_id AS phaseId, at_ms AS atMs, wall_ms AS wallMs
        FROM session_mark WHERE session_id = ${sessionId} ORDER BY seq`,
    markRowSchema,
  )
}

export function saveNotePlace(db: WritableDb<'record'>, sessionId: SessionId, row: NoteRow): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO session_note (session_id, note_id, phase_id, at_ms, wall_ms)
        VALUES (${sessionId}, ${row.noteId}, ${row.phaseId}, ${row.atMs}, ${row.wallMs})`,
  )
}

export function removeNotePlace(db: WritableDb<'record'>, sessionId: SessionId, noteId: NoteId): void {
  write(db, sql`DELETE FROM session_note WHERE session_id = ${sessionId} AND note_id = ${noteId}`)
}

/** Where the record notes of a session stand, in the order of their ids. */
export function readNotePlaces(db: ReadableDb<'record'>, sessionId: SessionId): NoteRow[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, phase_id AS phaseId, at_ms AS atMs, wall_ms AS wallMs
        FROM session_note WHERE session_id = ${sessionId} ORDER BY note_id`,
    noteRowSchema,
  )
}
