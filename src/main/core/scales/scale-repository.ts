import type { PersonId, ScaleResultId } from '../../../shared/ids.ts'
import { scaleResultSchema, type ScaleResult } from '../../../shared/measures/scale-result.ts'
import { itemAnswerSchema } from '../../../shared/measures/scales.ts'
import { z } from '../../../shared/zod.ts'
import {
  flagSchema,
  jsonSchema,
  readAll,
  readOne,
  write,
  type ReadableDb,
  type WritableDb,
} from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

const rowSchema = scaleResultSchema.extend({
  items: jsonSchema(z.array(itemAnswerSchema.nullable())).nullable(),
  isStruck: flagSchema,
})

function selectResults(condition: Query): Query {
  return sql`SELECT result_id AS resultId, scale_result.person_id AS personId, scale, name, lowest, highest,
      taken_on AS takenOn, total, items, scale_result.item9 AS item9, difficulty, entered_at_ms AS enteredAtMs,
      entered_by_id AS enteredById, corrects_id AS correctsId,
      (SELECT later.result_id FROM scale_result AS later WHERE later.corrects_id = scale_result.result_id)
        AS correctedById,
      is_struck AS isStruck, follow_up_id AS followUpId
    FROM scale_result LEFT JOIN scale_follow_up USING (result_id) ${condition}`
}

/** A member's scores in the order of entering, those that were corrected too. */
export function readResults(db: ReadableDb<'record'>, personId: PersonId): ScaleResult[] {
  return readAll(
    db,
    selectResults(sql`WHERE scale_result.person_id = ${personId} ORDER BY scale_result.rowid`),
    rowSchema,
  )
}

export function findResult(db: ReadableDb<'record'>, resultId: ScaleResultId): ScaleResult | undefined {
  return readOne(db, selectResults(sql`WHERE result_id = ${resultId}`), rowSchema)
}

/** The answer to item 9 that a score was entered with, or was before it was corrected to this: the highest of all. */
export function highestItem9(db: ReadableDb<'record'>, resultId: ScaleResultId | null): number {
  const row = readOne(
    db,
    sql`WITH RECURSIVE earlier (result_id, item9, corrects_id) AS (
          SELECT result_id, item9, corrects_id FROM scale_result WHERE result_id = ${resultId}
          UNION ALL
          SELECT scale_result.result_id, scale_result.item9, scale_result.corrects_id
          FROM scale_result JOIN earlier ON scale_result.result_id = earlier.corrects_id
        )
        SELECT coalesce(max(item9), 0) AS highest FROM earlier`,
    z.strictObject({ highest: z.int() }),
  )
  return row?.highest ?? 0
}

/** There is nothing here to change a score or to take it away, and the table refuses it. */
export function insertResult(
  db: WritableDb<'record'>,
  result: Omit<ScaleResult, 'correctedById' | 'followUpId'>,
): void {
  const { resultId, personId, scale, name, lowest, highest, takenOn, total, item9, difficulty } = result
  const { enteredAtMs, enteredById, correctsId, isStruck } = result
  const items = result.items === null ? null : JSON.stringify(result.items)
  write(
    db,
    sql`INSERT INTO scale_result (result_id, person_id, scale, name, lowest, highest, taken_on, total, items, item9,
          difficulty, entered_at_ms, entered_by_id, corrects_id, is_struck)
        VALUES (${resultId}, ${personId}, ${scale}, ${name.toWellFormed()}, ${lowest}, ${highest}, ${takenOn}, ${total},
          ${items}, ${item9}, ${difficulty}, ${enteredAtMs}, ${enteredById}, ${correctsId}, ${isStruck})`,
  )
}
