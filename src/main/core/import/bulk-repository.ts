import type { CareEntry } from '../../../shared/care/care-entry.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { indexNewMembers, unindexMembers } from '../search/new-members.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'
import type { NewGroup, NewMember, Place } from './prepare-import.ts'

// Thousands of rows in one statement each: the console waits for the transaction that writes them. All of it is what the
// repositories of these tables write one by one.

type Cell = string | number | boolean | null

/** Rows of cells as a table with one row a `value`, in their order. */
function rowsOf(rows: readonly (readonly Cell[])[]): Query {
  return sql`json_each(${JSON.stringify(rows)}) ORDER BY key`
}

function each(ids: readonly string[]): Query {
  return sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}

export function insertGroups(db: WritableDb<'record'>, groups: readonly NewGroup[]): void {
  const rows = groups.map(({ groupId, draft: { name, type, lengthMinutes, part2, capacity, modality } }) => [
    groupId,
    name,
    type,
    lengthMinutes,
    part2,
    capacity,
    modality,
  ])
  write(
    db,
    sql`INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity, modality, membership)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, 'open'
        FROM ${rowsOf(rows)}`,
  )
  const meetings = groups.flatMap(({ groupId, draft }) =>
    draft.schedule.map(({ weekday, time }, position) => [groupId, position, weekday, time]),
  )
  write(
    db,
    sql`INSERT INTO group_meeting (group_id, position, weekday, time)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${rowsOf(meetings)}`,
  )
  insertAgendas(db, groups)
}

function insertAgendas(db: WritableDb<'record'>, groups: readonly NewGroup[]): void {
  const phases = groups.flatMap(({ groupId, agenda }) =>
    agenda.map(({ id, name, kind, minutes, minimumMinutes, isProtected }, position) => [
      groupId,
      position,
      id,
      name,
      kind,
      minutes,
      minimumMinutes,
      isProtected,
    ]),
  )
  write(
    db,
    sql`INSERT INTO agenda_phase (group_id, position, phase_id, name, kind, minutes, minimum_minutes, is_protected)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
        FROM ${rowsOf(phases)}`,
  )
}

/** With what they are found by. */
export function insertMembers(db: WritableDb<'record'>, members: readonly NewMember[]): void {
  const rows = members.map(({ personId, draft: { preferredName, initials, chartId, role, agreedOn } }) => [
    personId,
    preferredName,
    initials,
    chartId,
    role,
    agreedOn,
  ])
  write(
    db,
    sql`INSERT INTO member (person_id, preferred_name, initials, chart_id, role, agreed_on)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM ${rowsOf(rows)}`,
  )
  indexNewMembers(
    db,
    members.map(({ words }) => words),
  )
}

const nextSchema = z.strictObject({ groupId: z.string(), next: z.int() })

/** Puts people into groups, each behind those who are there, and off the lists on which they waited for it. */
export function insertPlaces(db: WritableDb<'record'>, places: readonly Place[]): void {
  const taken = readAll(
    db,
    sql`SELECT group_id AS groupId, max(position) + 1 AS next FROM enrolment GROUP BY group_id`,
    nextSchema,
  )
  const next = new Map(taken.map((one) => [one.groupId, one.next]))
  const rows = places.map(({ groupId, personId }) => {
    const position = next.get(groupId) ?? 0
    next.set(groupId, position + 1)
    return [groupId, personId, position]
  })
  write(
    db,
    sql`INSERT INTO enrolment (group_id, person_id, position)
        SELECT value ->> 0, value ->> 1, value ->> 2 FROM ${rowsOf(rows)}`,
  )
  write(db, sql`DELETE FROM group_waiting WHERE (group_id, person_id) IN (${pairsOf(places)})`)
}

export function deletePlaces(db: WritableDb<'record'>, places: readonly Place[]): void {
  write(db, sql`DELETE FROM enrolment WHERE (group_id, person_id) IN (${pairsOf(places)})`)
}

function pairsOf(places: readonly Place[]): Query {
  const rows = places.map(({ groupId, personId }) => [groupId, personId])
  return sql`SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(rows)})`
}

type Entered = Pick<CareEntry, 'enteredAtMs' | 'enteredById'>

/** Tells in their histories that people came into groups, on a day that nobody wrote down. Answers the first entry's number. */
export function insertEnrolled(
  db: WritableDb<'record'>,
  places: readonly Place[],
  { enteredAtMs, enteredById }: Entered,
): number {
  const firstSeq = nextSeq(db)
  const rows = places.map(({ groupId, personId }, index) => [firstSeq + index, personId, groupId])
  write(
    db,
    sql`INSERT INTO care_entry (seq, person_id, kind, group_id, reason, entered_at_ms, entered_by_id)
        SELECT value ->> 0, value ->> 1, 'enrolled', value ->> 2, '', ${enteredAtMs}, ${enteredById}
        FROM ${rowsOf(rows)}`,
  )
  return firstSeq
}

/** Takes entries of people's histories back. */
export function insertTakenBack(
  db: WritableDb<'record'>,
  entries: readonly { readonly personId: PersonId; readonly careSeq: number }[],
  { day, enteredAtMs, enteredById }: Entered & { readonly day: string },
): void {
  const firstSeq = nextSeq(db)
  const rows = entries.map(({ personId, careSeq }, index) => [firstSeq + index, personId, careSeq])
  write(
    db,
    sql`INSERT INTO care_entry (seq, person_id, kind, day, refers_to, reason, entered_at_ms, entered_by_id)
        SELECT value ->> 0, value ->> 1, 'taken-back', ${day}, value ->> 2, '', ${enteredAtMs}, ${enteredById}
        FROM ${rowsOf(rows)}`,
  )
}

function nextSeq(db: ReadableDb<'record'>): number {
  const row = readOne(
    db,
    sql`SELECT coalesce(max(seq), 0) + 1 AS seq FROM care_entry`,
    z.strictObject({ seq: z.int() }),
  )
  return row?.seq ?? 1
}

/** Takes members off the file about whom nothing is written. Foreign keys hold against anything else. */
export function deleteMembers(db: WritableDb<'record'>, personIds: readonly PersonId[]): void {
  unindexMembers(db, personIds)
  write(db, sql`DELETE FROM member WHERE person_id IN ${each(personIds)}`)
}

/** Takes groups off the file that never met, with their meetings and their agendas. */
export function deleteGroups(db: WritableDb<'record'>, groupIds: readonly GroupId[]): void {
  write(db, sql`DELETE FROM agenda_phase WHERE group_id IN ${each(groupIds)}`)
  write(db, sql`DELETE FROM group_meeting WHERE group_id IN ${each(groupIds)}`)
  write(db, sql`DELETE FROM therapy_group WHERE group_id IN ${each(groupIds)}`)
}
