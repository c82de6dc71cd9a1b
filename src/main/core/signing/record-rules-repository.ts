import { canonicalJson } from '../../../shared/canonical-json.ts'
import {
  defaultRecordRules,
  recordRulesSchema,
  type RecordRules,
} from '../../../shared/record/record-rules.ts'
import { z } from '../../../shared/zod.ts'
import { jsonSchema, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const rowSchema = z.strictObject({ body: jsonSchema(recordRulesSchema) })

/** How the clinic keeps its record; as it is proposed until somebody said otherwise. */
export function readRecordRules(db: ReadableDb<'record'>): RecordRules {
  return readOne(db, sql`SELECT body FROM record_rules`, rowSchema)?.body ?? defaultRecordRules
}

export function saveRecordRules(db: WritableDb<'record'>, rules: RecordRules): void {
  const body = canonicalJson(rules)
  write(
    db,
    sql`INSERT INTO record_rules (only_row, body) VALUES (1, ${body})
        ON CONFLICT (only_row) DO UPDATE SET body = excluded.body`,
  )
}
