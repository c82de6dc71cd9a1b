import { isDeepStrictEqual } from 'node:util'
import {
  groupIdSchema,
  measureIdSchema,
  personIdSchema,
  phaseIdSchema,
  type SessionId,
} from '../../../shared/ids.ts'
import {
  momentSchema,
  observationSchema,
  presenceSchema,
  roleSchema,
} from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'
import { readErased, saveErased } from './erased-rows.ts'
import { readFollowUps, removeFollowUp, saveFollowUp } from './follow-up-rows.ts'
import {
  readMarks,
  readNotePlaces,
  removeMark,
  removeNotePlace,
  saveMark,
  saveNotePlace,
} from './place-rows.ts'
import {
  keyOfCheckIn,
  type CheckInRow,
  type Projection,
  type SessionPersonRow,
  type SessionPhaseRow,
  type SessionRow,
} from './projection.ts'
import { saveSearchable } from '../search/save-searchable.ts'
import { readTakenBack, saveTakenBack } from '../search/taken-back-rows.ts'
import { readSignatures, removeSignature, saveSignature } from './signature-rows.ts'
import { saveTally } from './tally-repository.ts'

/**
 * Keeps the tables folded from the log in step with it: rows that are as they were before are left alone. To be called
 * in the transaction that appends.
 */
export function saveProjection(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  after: Projection,
  before: Projection | null,
): void {
  saveSession(db, sessionId, after.session)
  saveRows(after.people, before?.people, {
    save: (row) => savePerson(db, sessionId, row),
    // Undo can take a walk-in back.
    remove: ({ personId }) =>
      write(db, sql`DELETE FROM session_person WHERE session_id = ${sessionId} AND person_id = ${personId}`),
    keyOf: ({ personId }) => personId,
  })
  saveRows(after.phases, before?.phases, {
    save: (row) => savePhase(db, sessionId, row),
    remove: ({ position }) =>
      write(db, sql`DELETE FROM session_phase WHERE session_id = ${sessionId} AND position = ${position}`),
    keyOf: ({ position }) => position,
  })
  saveRows(after.checkIns, before?.checkIns, {
    save: (row) => saveCheckIn(db, sessionId, row),
    remove: (row) => write(db, removeCheckIn(sessionId, row)),
    keyOf: keyOfCheckIn,
  })
  saveRows(after.followUps, before?.followUps, {
    save: (row) => saveFollowUp(db, sessionId, row),
    remove: ({ mark }) => removeFollowUp(db, sessionId, mark),
    keyOf: ({ mark }) => mark,
  })
  saveRows(after.marks, before?.marks, {
    save: (row) => saveMark(db, sessionId, row),
    remove: ({ seq }) => removeMark(db, sessionId, seq),
    keyOf: ({ seq }) => seq,
  })
  saveRows(after.notes, before?.notes, {
    save: (row) => saveNotePlace(db, sessionId, row),
    remove: ({ noteId }) => removeNotePlace(db, sessionId, noteId),
    keyOf: ({ noteId }) => noteId,
  })
  saveRows(after.signatures, before?.signatures, {
    save: (row) => saveSignature(db, sessionId, row),
    remove: ({ noteId }) => removeSignature(db, sessionId, noteId),
    keyOf: ({ noteId }) => noteId,
  })
  saveErased(db, sessionId, after.erasedIds, before?.erasedIds)
  if (before === null || !isDeepStrictEqual(tallied(before), tallied(after))) saveTally(db, sessionId)
  saveTakenBack(db, sessionId, after.takenBack, before?.takenBack)
  saveSearchable(db, sessionId, after, before)
}

/** What the tally is counted from: a turn taken or a phase begun changes nothing of it. */
function tallied({ session, people, followUps, signatures, erasedIds }: Projection) {
  const { startedAtMs, plannedStartMs, preparedAtMs } = session
  const roles = people.map(({ personId, role, presence }) => ({ personId, role, presence }))
  return { startedAtMs, plannedStartMs, preparedAtMs, roles, followUps, signatures, erasedIds }
}

interface Table<Row> {
  readonly save: (row: Row) => void
  readonly remove: (row: Row) => void
  /** What no two rows of a session have in common. */
  readonly keyOf: (row: Row) => string | number
}

function saveRows<Row>(after: readonly Row[], before: readonly Row[] | undefined, table: Table<Row>): void {
  const known = new Map(before?.map((row) => [table.keyOf(row), row]))
  const kept = new Set(after.map(table.keyOf))
  for (const [key, row] of known) if (!kept.has(key)) table.remove(row)
  for (const row of after) {
    const earlier = known.get(table.keyOf(row))
    if (earlier === undefined || !isDeepStrictEqual(earlier, row)) table.save(row)
  }
}

function saveSession(db: WritableDb<'record'>, sessionId: SessionId, row: SessionRow): void {
  write(
    db,
    sql`INSERT INTO session (session_id, group_id, number, topic, group_type, part2, stage, length_minutes,
          prepared_at_ms, planned_start_ms, started_at_ms, ended_at_ms, elapsed_ms, paused_ms, lead_id, observation,
          entered_late_at_ms, last_seq, head_hash)
        VALUES (${sessionId}, ${row.groupId}, ${row.number}, ${row.topic}, ${row.groupType}, ${row.part2}, ${row.stage},
          ${row.lengthMinutes}, ${row.preparedAtMs}, ${row.plannedStartMs}, ${row.startedAtMs}, ${row.endedAtMs},
          ${row.elapsedMs}, ${row.pausedMs}, ${row.leadId}, ${row.observation}, ${row.enteredLateAtMs}, ${row.lastSeq},
          ${row.headHash})
        ON CONFLICT (session_id) DO UPDATE SET group_id = excluded.group_id, number = excluded.number,
          topic = excluded.topic, group_type = excluded.group_type, part2 = excluded.part2, stage = excluded.stage,
          length_minutes = excluded.length_minutes, prepared_at_ms = excluded.prepared_at_ms,
          planned_start_ms = excluded.planned_start_ms, started_at_ms = excluded.started_at_ms,
          ended_at_ms = excluded.ended_at_ms, elapsed_ms = excluded.elapsed_ms, paused_ms = excluded.paused_ms,
          lead_id = excluded.lead_id, observation = excluded.observation,
          entered_late_at_ms = excluded.entered_late_at_ms, last_seq = excluded.last_seq,
          head_hash = excluded.head_hash`,
  )
}

function savePerson(db: WritableDb<'record'>, sessionId: SessionId, row: SessionPersonRow): void {
  write(
    db,
    sql`INSERT INTO session_person (session_id, person_id, position, role, presence, has_agreed, is_walk_in, present_ms,
          break_ms, talk_ms, turns, samples_heard)
        VALUES (${sessionId}, ${row.personId}, ${row.position}, ${row.role}, ${row.presence}, ${row.hasAgreed},
          ${row.isWalkIn}, ${row.presentMs}, ${row.breakMs}, ${row.talkMs}, ${row.turns}, ${row.samplesHeard})
        ON CONFLICT (session_id, person_id) DO UPDATE SET position = excluded.position, role = excluded.role,
          presence = excluded.presence, has_agreed = excluded.has_agreed, is_walk_in = excluded.is_walk_in,
          present_ms = excluded.present_ms, break_ms = excluded.break_ms, talk_ms = excluded.talk_ms,
          turns = excluded.turns, samples_heard = excluded.samples_heard`,
  )
}

function savePhase(db: WritableDb<'record'>, sessionId: SessionId, row: SessionPhaseRow): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO session_phase (session_id, position, phase_id, name, kind, status, is_inserted,
          planned_minutes, actual_ms)
        VALUES (${sessionId}, ${row.position}, ${row.phaseId}, ${row.name}, ${row.kind}, ${row.status},
          ${row.isInserted}, ${row.plannedMinutes}, ${row.actualMs})`,
  )
}

function saveCheckIn(db: WritableDb<'record'>, sessionId: SessionId, row: CheckInRow): void {
  write(
    db,
    sql`INSERT OR REPLACE INTO session_check_in (session_id, person_id, moment, measure_id, value)
        VALUES (${sessionId}, ${row.personId}, ${row.moment}, ${row.measureId}, ${row.value})`,
  )
}

function removeCheckIn(sessionId: SessionId, { personId, moment, measureId }: CheckInRow): Query {
  return sql`DELETE FROM session_check_in
    WHERE session_id = ${sessionId} AND person_id = ${personId} AND moment = ${moment} AND measure_id = ${measureId}`
}

const sessionRowSchema = z.strictObject({
  groupId: groupIdSchema,
  number: z.int(),
  topic: z.string(),
  groupType: z.string(),
  part2: z.string(),
  stage: z.string(),
  lengthMinutes: z.int(),
  preparedAtMs: z.int(),
  plannedStartMs: z.int().nullable(),
  startedAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  elapsedMs: z.int(),
  pausedMs: z.int(),
  leadId: personIdSchema.nullable(),
  observation: observationSchema,
  enteredLateAtMs: z.int().nullable(),
  lastSeq: z.int(),
  headHash: z.instanceof(Uint8Array),
})

const personRowSchema = z.strictObject({
  personId: personIdSchema,
  position: z.int(),
  role: roleSchema,
  presence: presenceSchema,
  hasAgreed: flagSchema,
  isWalkIn: flagSchema,
  presentMs: z.int(),
  breakMs: z.int(),
  talkMs: z.int(),
  turns: z.int(),
  samplesHeard: z.int(),
})

const phaseRowSchema = z.strictObject({
  phaseId: phaseIdSchema,
  position: z.int(),
  name: z.string(),
  kind: z.string(),
  status: z.string(),
  isInserted: flagSchema,
  plannedMinutes: z.int(),
  actualMs: z.int(),
})

const checkInRowSchema = z.strictObject({
  personId: personIdSchema,
  moment: momentSchema,
  measureId: measureIdSchema,
  value: z.int(),
})

/** What was kept of a session; undefined when nothing was. */
export function readProjection(db: ReadableDb<'record'>, sessionId: SessionId): Projection | undefined {
  const session = readOne(
    db,
    sql`SELECT group_id AS groupId, number, topic, group_type AS groupType, part2, stage,
          length_minutes AS lengthMinutes, prepared_at_ms AS preparedAtMs, planned_start_ms AS plannedStartMs,
          started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, elapsed_ms AS elapsedMs, paused_ms AS pausedMs,
          lead_id AS leadId, observation, entered_late_at_ms AS enteredLateAtMs, last_seq AS lastSeq,
          head_hash AS headHash
        FROM session WHERE session_id = ${sessionId}`,
    sessionRowSchema,
  )
  if (session === undefined) return undefined
  return {
    session,
    people: readAll(
      db,
      sql`SELECT person_id AS personId, position, role, presence, has_agreed AS hasAgreed, is_walk_in AS isWalkIn,
            present_ms AS presentMs, break_ms AS breakMs, talk_ms AS talkMs, turns, samples_heard AS samplesHeard
          FROM session_person WHERE session_id = ${sessionId} ORDER BY position, person_id`,
      personRowSchema,
    ),
    phases: readAll(
      db,
      sql`SELECT phase_id AS phaseId, position, name, kind, status, is_inserted AS isInserted,
            planned_minutes AS plannedMinutes, actual_ms AS actualMs
          FROM session_phase WHERE session_id = ${sessionId} ORDER BY position`,
      phaseRowSchema,
    ),
    checkIns: readAll(
      db,
      sql`SELECT person_id AS personId, moment, measure_id AS measureId, value
          FROM session_check_in WHERE session_id = ${sessionId} ORDER BY person_id, moment, measure_id`,
      checkInRowSchema,
    ),
    followUps: readFollowUps(db, sessionId),
    marks: readMarks(db, sessionId),
    notes: readNotePlaces(db, sessionId),
    signatures: readSignatures(db, sessionId),
    takenBack: readTakenBack(db, sessionId),
    erasedIds: readErased(db, sessionId),
  }
}

/** Forgets the rows beside a session's own; the rebuild writes those that the log knows again. */
export function clearProjection(db: WritableDb<'record'>, sessionId: SessionId): void {
  write(db, sql`DELETE FROM session_person WHERE session_id = ${sessionId}`)
  write(db, sql`DELETE FROM session_phase WHERE session_id = ${sessionId}`)
  write(db, sql`DELETE FROM session_check_in WHERE session_id = ${sessionId}`)
  write(db, sql`DELETE FROM follow_up WHERE session_id = ${sessionId}`)
  write(db, sql`DELETE FROM session_mark WHERE session_id = ${sessionId}`)
  write(db, sql`DELETE FROM session_note WHERE session_id = ${sessionId}`)
  write(db, sql`DELETE FROM note_signature WHERE session_id = ${sessionId}`)
}

/** Counts up whenever `projectSession` keeps something new of logs that exist already. */
export const projectionVersion = 3

/** Which fold wrote the rows. */
export function readProjectionVersion(db: ReadableDb<'record'>): number {
  const row = readOne(db, sql`SELECT version FROM projection`, z.strictObject({ version: z.int() }))
  return row?.version ?? 0
}

export function saveProjectionVersion(db: WritableDb<'record'>, version: number): void {
  write(db, sql`UPDATE projection SET version = ${version}`)
}
