import {
  noteIdSchema,
  sessionIdSchema,
  type NoteId,
  type PersonId,
  type SessionId,
} from '../../../shared/ids.ts'
import {
  memberNoteSchema,
  type GoalProgress,
  type MemberNote,
  type MemberNotes,
} from '../../../shared/ipc/member-calls.ts'
import { signedEntrySchema, type SignedEntry } from '../../../shared/ipc/note-calls.ts'
import { signedTextSchema, type SignedNote } from '../../../shared/record/note.ts'
import { z } from '../../../shared/zod.ts'
import { awaitsAnother, hasCome } from '../session/row-conditions.ts'
import { flagSchema, jsonSchema, readAll, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Notes of which the beginning is shown, and those that are looked through for what they say of goals. */
const openingsShown = 4
const notesLookedThrough = 60
/** What two lines at the side of a page hold, with room to spare. */
const openingLength = 240

const noteRowSchema = memberNoteSchema.extend({ hasRisk: flagSchema, hasDraft: flagSchema })

/**
 * How far the notes about somebody have come, newest session first: of sessions that are over and that they came to as a
 * member, and of any other that has a note about them.
 */
export function listMemberNotes(db: ReadableDb<'record'>, personId: PersonId): MemberNote[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, group_id AS groupId, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs,
          EXISTS (SELECT 1 FROM follow_up WHERE follow_up.session_id = person.session_id
            AND follow_up.person_id = person.person_id) AS hasRisk,
          EXISTS (SELECT 1 FROM debrief_response AS draft WHERE draft.session_id = person.session_id
            AND draft.person_id = person.person_id AND (draft.response <> '' OR draft.plan <> '')) AS hasDraft,
          (SELECT signed_at_ms FROM note_signature AS own WHERE own.session_id = person.session_id
            AND own.person_id = person.person_id AND own.kind = 'note') AS signedAtMs,
          (SELECT count(*) FROM note_signature AS text WHERE text.session_id = person.session_id
            AND text.person_id = person.person_id AND ${awaitsAnother}) AS awaitingCount,
          (SELECT count(*) FROM note_signature AS own WHERE own.session_id = person.session_id
            AND own.person_id = person.person_id AND own.amends IS NOT NULL
            AND own.kind <> 'co-signature') AS amendedCount
        FROM session_person AS person JOIN session USING (session_id)
        WHERE person_id = ${personId} AND stage = 'ended'
          AND (role = 'member' AND ${hasCome} OR signedAtMs IS NOT NULL)
        ORDER BY started_at_ms DESC, session_id`,
    noteRowSchema,
  )
}

const bodyRowSchema = z.strictObject({
  sessionId: sessionIdSchema,
  noteId: noteIdSchema,
  text: jsonSchema(signedTextSchema),
})

/** What the newest signed notes say of somebody, and of their goals. */
export function readNewestNotes(
  db: ReadableDb<'record'>,
  personId: PersonId,
): Pick<MemberNotes, 'openings' | 'progress'> {
  const rows = readAll(
    db,
    sql`SELECT signed_note.session_id AS sessionId, note_id AS noteId, body AS text
        FROM note_signature AS signature JOIN session USING (session_id) JOIN signed_note USING (note_id)
        WHERE signature.person_id = ${personId} AND kind = 'note'
        ORDER BY started_at_ms DESC LIMIT ${notesLookedThrough}`,
    bodyRowSchema,
  )
  const notes = rows.flatMap(({ text, ...row }) => (text.kind === 'note' ? [{ ...row, note: text }] : []))
  return {
    openings: notes.slice(0, openingsShown).map(({ sessionId, noteId, note }) => ({
      sessionId,
      noteId,
      words: note.words.response.slice(0, openingLength).toWellFormed(),
    })),
    progress: notes.flatMap(progressIn),
  }
}

/** What all signed notes of sessions between two instants say of somebody's goals, newest first. */
export function readGoalProgress(
  db: ReadableDb<'record'>,
  personId: PersonId,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): GoalProgress[] {
  const rows = readAll(
    db,
    sql`SELECT signed_note.session_id AS sessionId, note_id AS noteId, body AS text
        FROM note_signature AS signature JOIN session USING (session_id) JOIN signed_note USING (note_id)
        WHERE signature.person_id = ${personId} AND kind = 'note'
          AND started_at_ms >= ${fromMs} AND started_at_ms < ${toMs}
        ORDER BY started_at_ms DESC`,
    bodyRowSchema,
  )
  return rows.flatMap(({ sessionId, text }) =>
    text.kind === 'note' ? progressIn({ sessionId, note: text }) : [],
  )
}

interface NoteOfSession {
  readonly sessionId: SessionId
  readonly note: SignedNote
}

function progressIn({ sessionId, note }: NoteOfSession): GoalProgress[] {
  return note.words.goals.map(({ text, progress, under = null }) => ({
    sessionId,
    startedAtMs: note.facts.startedAtMs,
    text,
    under,
    progress,
  }))
}

const entryRowSchema = signedEntrySchema.extend({ text: jsonSchema(signedTextSchema) })

/** What is signed of one member in one session, in the order in which it was signed. */
export function listSignedTextsOf(
  db: ReadableDb<'record'>,
  sessionId: SessionId,
  personId: PersonId,
): SignedEntry[] {
  return readAll(
    db,
    sql`SELECT note_id AS noteId, person_id AS personId, body AS text FROM signed_note
        WHERE session_id = ${sessionId} AND person_id = ${personId} ORDER BY rowid`,
    entryRowSchema,
  )
}

/** Which of these somebody else is to sign beside their author, whether it is done or not. */
export function listCoSigned(db: ReadableDb<'record'>, sessionId: SessionId, personId: PersonId): NoteId[] {
  const rows = readAll(
    db,
    sql`SELECT note_id AS noteId FROM note_signature
        WHERE session_id = ${sessionId} AND person_id = ${personId} AND needs_co_signature = 1`,
    z.strictObject({ noteId: noteIdSchema }),
  )
  return rows.map(({ noteId }) => noteId)
}
