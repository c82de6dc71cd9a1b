import { canonicalJson } from '../../../shared/canonical-json.ts'
import { careRulesSchema, defaultCareRules, type CareRules } from '../../../shared/care/care-rules.ts'
import { z } from '../../../shared/zod.ts'
import { jsonSchema, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const rowSchema = z.strictObject({ body: jsonSchema(careRulesSchema) })

/** How the clinic counts hours and places; as it is proposed until somebody said otherwise. */
export function readCareRules(db: ReadableDb<'record'>): CareRules {
  return readOne(db, sql`SELECT body FROM care_rules`, rowSchema)?.body ?? defaultCareRules
}

export function saveCareRules(db: WritableDb<'record'>, rules: CareRules): void {
  const body = canonicalJson(rules)
  write(
    db,
    sql`INSERT INTO care_rules (only_row, body) VALUES (1, ${body})
        ON CONFLICT (only_row) DO UPDATE SET body = excluded.body`,
  )
}
