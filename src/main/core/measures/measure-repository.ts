import {
  groupIdSchema,
  measureIdSchema,
  type GroupId,
  type MeasureId,
  type SessionId,
} from '../../../shared/ids.ts'
import {
  betterSchema,
  isBuiltInMeasure,
  lastNumberSchema,
  type LastNumber,
  type Measure,
  type MeasureDraft,
  type Measures,
} from '../../../shared/measures/measure.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readAll, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const measureRowSchema = z.strictObject({
  id: measureIdSchema,
  name: z.string(),
  better: betterSchema,
  isRetired: flagSchema,
})

/** All measures in the clinic's order, retired ones too. */
export function listMeasures(db: ReadableDb<'record'>): Measure[] {
  const rows = readAll(
    db,
    sql`SELECT measure_id AS id, name, better, is_retired AS isRetired FROM measure ORDER BY position`,
    measureRowSchema,
  )
  return rows.map((row) => ({ ...row, isBuiltIn: isBuiltInMeasure(row.id) }))
}

export function insertMeasure(db: WritableDb<'record'>, measureId: MeasureId, draft: MeasureDraft): void {
  write(
    db,
    sql`INSERT INTO measure (measure_id, name, better, position)
        SELECT ${measureId}, ${draft.name}, ${draft.better}, coalesce(max(position) + 1, 1) FROM measure`,
  )
}

export function changeMeasure(db: WritableDb<'record'>, measureId: MeasureId, draft: MeasureDraft): void {
  write(
    db,
    sql`UPDATE measure SET name = ${draft.name}, better = ${draft.better} WHERE measure_id = ${measureId}`,
  )
}

export function retireMeasure(db: WritableDb<'record'>, measureId: MeasureId, isRetired: boolean): void {
  write(db, sql`UPDATE measure SET is_retired = ${isRetired} WHERE measure_id = ${measureId}`)
}

const askedRowSchema = z.strictObject({ groupId: groupIdSchema, measureId: measureIdSchema })

/** What each group is asked; groups that are asked nothing are not in it. */
export function listAsked(db: ReadableDb<'record'>): Measures['asked'] {
  const rows = readAll(
    db,
    sql`SELECT group_id AS groupId, measure_id AS measureId FROM group_measure ORDER BY group_id, position`,
    askedRowSchema,
  )
  return Array.from(
    Map.groupBy(rows, ({ groupId }) => groupId),
    ([groupId, asked]) => ({
      groupId,
      measureIds: asked.map(({ measureId }) => measureId),
    }),
  )
}

export function saveAsked(
  db: WritableDb<'record'>,
  groupId: GroupId,
  measureIds: readonly MeasureId[],
): void {
  transact(db, () => {
    write(db, sql`DELETE FROM group_measure WHERE group_id = ${groupId}`)
    for (const [position, measureId] of measureIds.entries()) {
      write(
        db,
        sql`INSERT INTO group_measure (group_id, measure_id, position)
            VALUES (${groupId}, ${measureId}, ${position})`,
      )
    }
  })
}

/**
 * The newest number of each person of a session and each measure, from sessions that began before it. Of one session the
 * end counts before the start.
 */
export function listLastNumbers(db: ReadableDb<'record'>, sessionId: SessionId): LastNumber[] {
  return readAll(
    db,
    sql`SELECT personId, measureId, moment, value FROM (
          SELECT given.person_id AS personId, given.measure_id AS measureId, given.moment AS moment,
            given.value AS value, row_number() OVER (
              PARTITION BY given.person_id, given.measure_id
              ORDER BY coalesce(earlier.started_at_ms, earlier.prepared_at_ms) DESC, given.moment = 'end' DESC
            ) AS newness
          FROM session AS this
          JOIN session_person AS person ON person.session_id = this.session_id
          JOIN session_check_in AS given ON given.person_id = person.person_id
          JOIN session AS earlier ON earlier.session_id = given.session_id
          WHERE this.session_id = ${sessionId} AND earlier.session_id <> this.session_id
            AND coalesce(earlier.started_at_ms, earlier.prepared_at_ms)
              < coalesce(this.started_at_ms, this.prepared_at_ms)
        ) WHERE newness = 1`,
    lastNumberSchema,
  )
}
