import { groupIdSchema, personIdSchema, type GroupId, type PersonId } from '../../../shared/ids.ts'
import { ageGroupSchema, careEntrySchema, type CareEntry } from '../../../shared/care/care-entry.ts'
import type { Waiting } from '../../../shared/care/standing.ts'
import { z } from '../../../shared/zod.ts'
import { readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

// Columns that a kind of entry does not have are NULL, and its schema does not take them.
const rowSchema = z
  .object({
    seq: z.int(),
    personId: z.string(),
    enteredAtMs: z.int().nullable(),
    enteredById: z.string().nullable(),
    takenBackBy: z.int().nullable(),
    kind: z.string(),
    day: z.string().nullable(),
  })
  .catchall(z.union([z.string(), z.number(), z.null()]))
  .transform(({ seq, personId, enteredAtMs, enteredById, takenBackBy, kind, day, ...rest }) => {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
    const entry: unknown = {
      seq,
      personId,
      act: { kind, day, ...given },
      enteredAtMs,
      enteredById,
      takenBackBy,
    }
    return entry
  })
  .pipe(z.unknown().pipe(careEntrySchema))

const isTakenBack = sql`EXISTS (SELECT 1 FROM care_entry AS back
  WHERE back.refers_to = care_entry.seq AND back.kind = 'taken-back')`

function selectEntries(condition: Query): Query {
  return sql`SELECT seq, person_id AS personId, kind, group_id AS groupId, to_group_id AS toGroupId, day,
      review_on AS reviewOn, minutes, age_group AS ageGroup, refers_to AS refersTo, reason,
      entered_at_ms AS enteredAtMs, entered_by_id AS enteredById,
      (SELECT back.seq FROM care_entry AS back
        WHERE back.refers_to = care_entry.seq AND back.kind = 'taken-back') AS takenBackBy
    FROM care_entry ${condition}`
}

/** A member's history in the order of entering, what was taken back too. */
export function readCareEntries(db: ReadableDb<'record'>, personId: PersonId): CareEntry[] {
  return readAll(db, selectEntries(sql`WHERE person_id = ${personId} ORDER BY seq`), rowSchema)
}

/** The same of several members at once. */
export function readCareEntriesOf(db: ReadableDb<'record'>, personIds: readonly PersonId[]): CareEntry[] {
  const people = JSON.stringify(personIds)
  return readAll(
    db,
    selectEntries(sql`WHERE person_id IN (SELECT value FROM json_each(${people})) ORDER BY seq`),
    rowSchema,
  )
}

type NewEntry = Pick<CareEntry, 'personId' | 'act' | 'enteredAtMs' | 'enteredById'>

/** Appends an entry and answers its number. There is nothing here to change one, and the table refuses it. */
export function insertCareEntry(
  db: WritableDb<'record'>,
  { personId, act, enteredAtMs, enteredById }: NewEntry,
): number {
  const all: Partial<Record<string, string | number | null>> = act
  const of = (name: string) => all[name] ?? null
  write(
    db,
    sql`INSERT INTO care_entry (person_id, kind, group_id, to_group_id, day, review_on, minutes, age_group, refers_to,
          reason, entered_at_ms, entered_by_id)
        VALUES (${personId}, ${act.kind}, ${of('groupId')}, ${of('toGroupId')}, ${act.day}, ${of('reviewOn')},
          ${of('minutes')}, ${of('ageGroup')}, ${of('refersTo')}, ${act.reason.toWellFormed()}, ${enteredAtMs},
          ${enteredById})`,
  )
  const last = readOne(db, sql`SELECT max(seq) AS seq FROM care_entry`, z.strictObject({ seq: z.int() }))
  return last?.seq ?? 0
}

const agedSchema = z.strictObject({ personId: personIdSchema, day: z.string(), ageGroup: ageGroupSchema })

/** How everyone's hours are counted on a day: who is in it is counted as adolescent, who is not as adult. */
export function readAdolescents(db: ReadableDb<'record'>, day: string): Set<PersonId> {
  const found = new Set<PersonId>()
  const changes = readAll(
    db,
    sql`SELECT person_id AS personId, day, age_group AS ageGroup FROM care_entry
        WHERE kind = 'counted-as' AND day <= ${day} AND NOT ${isTakenBack} ORDER BY day, seq`,
    agedSchema,
  )
  for (const { personId, ageGroup } of changes) {
    if (ageGroup === 'adolescent') found.add(personId)
    else found.delete(personId)
  }
  return found
}

const goneSchema = z.strictObject({
  personId: personIdSchema,
  kind: z.enum(['discharged', 'removed', 'readmitted']),
})

/** Who is in care no longer, and why. */
export function readGone(db: ReadableDb<'record'>): Map<PersonId, 'discharged' | 'removed'> {
  const gone = new Map<PersonId, 'discharged' | 'removed'>()
  const changes = readAll(
    db,
    sql`SELECT person_id AS personId, kind FROM care_entry
        WHERE kind IN ('discharged', 'removed', 'readmitted') AND NOT ${isTakenBack} ORDER BY seq`,
    goneSchema,
  )
  for (const { personId, kind } of changes) {
    if (kind === 'readmitted') gone.delete(personId)
    else gone.set(personId, kind)
  }
  return gone
}

const waitingSchema = z.strictObject({ personId: personIdSchema, sinceDay: z.string() })

/** Who waits for a place in a group, in the order of joining. */
export function readWaiting(db: ReadableDb<'record'>, groupId: GroupId): z.infer<typeof waitingSchema>[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId, since_day AS sinceDay FROM group_waiting
        WHERE group_id = ${groupId} ORDER BY since_day, seq`,
    waitingSchema,
  )
}

const groupRowSchema = z.strictObject({ groupId: groupIdSchema })

/** The groups that somebody waits for. */
export function listWaitedFor(db: ReadableDb<'record'>, personId: PersonId): GroupId[] {
  return readAll(
    db,
    sql`SELECT group_id AS groupId FROM group_waiting WHERE person_id = ${personId}`,
    groupRowSchema,
  ).map(({ groupId }) => groupId)
}

export function insertWaiting(
  db: WritableDb<'record'>,
  personId: PersonId,
  { groupId, seq, sinceDay }: Waiting,
): void {
  write(
    db,
    sql`INSERT INTO group_waiting (group_id, person_id, seq, since_day)
        VALUES (${groupId}, ${personId}, ${seq}, ${sinceDay})`,
  )
}

export function deleteWaiting(db: WritableDb<'record'>, groupId: GroupId, personId: PersonId): void {
  write(db, sql`DELETE FROM group_waiting WHERE group_id = ${groupId} AND person_id = ${personId}`)
}
