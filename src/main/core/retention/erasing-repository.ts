import { personIdSchema, sessionIdSchema, type PersonId, type SessionId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

type Db = WritableDb<'record'>

/**
 * Says what is to be erased: these charts, and the sessions that nobody else who is on file was in. The database refuses a
 * chart on hold or in care. To be called in a transaction that ends with `letGo`.
 */
export function takeHold(db: Db, personIds: readonly PersonId[]): void {
  for (const personId of personIds) write(db, sql`INSERT INTO erasing_chart (person_id) VALUES (${personId})`)
  write(
    db,
    sql`INSERT INTO erasing_session (session_id)
        SELECT DISTINCT session_id FROM session_person AS one JOIN erasing_chart USING (person_id)
        WHERE NOT EXISTS (SELECT 1 FROM session_person AS other JOIN member USING (person_id)
          WHERE other.session_id = one.session_id
          AND other.person_id NOT IN (SELECT person_id FROM erasing_chart))`,
  )
}

export function letGo(db: Db): void {
  write(db, sql`DELETE FROM erasing_session`)
  write(db, sql`DELETE FROM erasing_chart`)
}

const sessionSchema = z.strictObject({ sessionId: sessionIdSchema })

/** The sessions that go. */
export function listErasedSessions(db: ReadableDb<'record'>): SessionId[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId FROM erasing_session ORDER BY session_id`,
    sessionSchema,
  ).map(({ sessionId }) => sessionId)
}

const sharedSchema = z.strictObject({ sessionId: sessionIdSchema, personId: personIdSchema })

/** Who is erased out of which session that stays, session by session. What was discarded has nothing to say. */
export function listSharedSessions(db: ReadableDb<'record'>): z.infer<typeof sharedSchema>[] {
  return readAll(
    db,
    sql`SELECT session_id AS sessionId, person_id AS personId
        FROM session_person JOIN erasing_chart USING (person_id) JOIN session USING (session_id)
        WHERE is_discarded = 0 AND session_id NOT IN (SELECT session_id FROM erasing_session)
        ORDER BY session_id, position`,
    sharedSchema,
  )
}

const ofChart = sql`person_id IN (SELECT person_id FROM erasing_chart)`
const ofSession = sql`session_id IN (SELECT session_id FROM erasing_session)`
const signedOfChart = sql`(SELECT note_id FROM signed_note WHERE ${ofChart})`
// The words that a follow-up was signed with are about the person whose risk it was.
const ofClosing = sql`note_id IN (SELECT note_id FROM follow_up WHERE ${ofChart} AND note_id IS NOT NULL)`
const ofScale = sql`follow_up_id IN (SELECT follow_up_id FROM scale_follow_up WHERE ${ofChart})`
const ofDisclosure = sql`${ofChart} OR person_id IS NULL AND ${ofSession}`

const countsSchema = z.strictObject({ textCount: z.int(), disclosureCount: z.int() })
type Counts = z.infer<typeof countsSchema>

/** How much of it there is: notes, signed texts and comments; and what was disclosed. */
export function countErased(db: ReadableDb<'record'>): Counts {
  const row = readOne(
    db,
    sql`SELECT (SELECT count(*) FROM signed_note WHERE ${ofChart} OR ${ofSession})
          + (SELECT count(*) FROM record_note WHERE ${ofSession} OR ${ofClosing})
          + (SELECT count(*) FROM scale_follow_up_closing WHERE ${ofScale})
          + (SELECT count(*) FROM supervision_comment WHERE ${ofSession} OR note_id IN ${signedOfChart}) AS textCount,
          (SELECT count(*) FROM disclosure WHERE ${ofDisclosure}) AS disclosureCount`,
    countsSchema,
  )
  return row ?? { textCount: 0, disclosureCount: 0 }
}

/** Keeps the numbers of the sessions that go from being given again. To be called before they go. */
export function keepNumbers(db: Db): void {
  write(
    db,
    sql`UPDATE therapy_group SET last_erased_number = max(last_erased_number, coalesce(
          (SELECT max(number) FROM session
            WHERE session.group_id = therapy_group.group_id AND is_discarded = 0 AND ${ofSession}), 0))`,
  )
}

/**
 * Erases every row about these charts and these sessions, but for what is folded from logs that stay, and for the members
 * themselves. Whatever names a row goes before it. A test holds this against the schema.
 */
export function eraseRows(db: Db): void {
  eraseBesideNotes(db)
  write(db, sql`DELETE FROM record_note WHERE ${ofSession} OR ${ofClosing}`)
  write(db, sql`DELETE FROM signed_note WHERE ${ofChart} OR ${ofSession}`)
  eraseDrafts(db)
  eraseScales(db)
  write(db, sql`DELETE FROM imported WHERE ${ofChart}`)
  write(db, sql`DELETE FROM care_entry WHERE ${ofChart}`)
  write(db, sql`DELETE FROM disclosure WHERE ${ofDisclosure}`)
  write(db, sql`DELETE FROM exported_file WHERE ${ofChart} OR ${ofSession}`)
  // Objectives stand below the goals that they name.
  write(db, sql`DELETE FROM goal WHERE ${ofChart} AND parent_id IS NOT NULL`)
  write(db, sql`DELETE FROM goal WHERE ${ofChart}`)
  write(db, sql`DELETE FROM chart_of_age WHERE ${ofChart}`)
  write(db, sql`DELETE FROM legal_hold WHERE ${ofChart}`)
  write(db, sql`DELETE FROM seat_place WHERE ${ofChart}`)
}

function eraseBesideNotes(db: Db): void {
  const ofComment = sql`comment_id IN (SELECT comment_id FROM supervision_comment
    WHERE ${ofSession} OR note_id IN ${signedOfChart})`
  write(db, sql`DELETE FROM supervision_comment_read WHERE ${ofComment}`)
  write(db, sql`DELETE FROM supervision_comment_taken_back WHERE ${ofComment}`)
  write(db, sql`DELETE FROM supervision_comment WHERE ${ofSession} OR note_id IN ${signedOfChart}`)
  write(db, sql`DELETE FROM supervision_comment_draft WHERE ${ofSession} OR note_id IN ${signedOfChart}`)
  write(db, sql`DELETE FROM amendment_draft WHERE ${ofSession} OR amends IN ${signedOfChart}`)
}

// What was written for a whole group goes with its session: it belongs to all who were there.
function eraseDrafts(db: Db): void {
  write(db, sql`DELETE FROM debrief_goal WHERE ${ofChart} OR ${ofSession}`)
  write(db, sql`DELETE FROM debrief_response WHERE ${ofChart} OR ${ofSession}`)
  write(db, sql`DELETE FROM debrief_intervention WHERE ${ofSession}`)
  write(db, sql`DELETE FROM debrief_shared WHERE ${ofSession}`)
  write(
    db,
    sql`DELETE FROM follow_up_draft WHERE ${ofSession} OR EXISTS (SELECT 1 FROM follow_up
          WHERE follow_up.session_id = follow_up_draft.session_id AND follow_up.mark = follow_up_draft.mark
          AND ${ofChart})`,
  )
}

function eraseScales(db: Db): void {
  write(db, sql`DELETE FROM scale_follow_up_draft WHERE ${ofScale}`)
  write(db, sql`DELETE FROM scale_follow_up_owner WHERE ${ofScale}`)
  write(db, sql`DELETE FROM scale_follow_up_closing WHERE ${ofScale}`)
  write(db, sql`DELETE FROM scale_follow_up WHERE ${ofChart}`)
  write(db, sql`DELETE FROM scale_result WHERE ${ofChart}`)
}

/** Erases the logs of the sessions that go, and what was folded from them. To be called when nothing finds them any more. */
export function eraseLogs(db: Db): void {
  write(db, sql`DELETE FROM session_event WHERE ${ofSession}`)
  write(db, sql`DELETE FROM session_alive WHERE ${ofSession}`)
  write(db, sql`DELETE FROM session_modality WHERE ${ofSession}`)
  // With the rows that are folded from a log and name its session.
  write(db, sql`DELETE FROM session WHERE ${ofSession}`)
}
