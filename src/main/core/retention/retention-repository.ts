import { canonicalJson } from '../../../shared/canonical-json.ts'
import { personIdSchema, type HoldId, type PersonId } from '../../../shared/ids.ts'
import {
  erasureSchema,
  legalHoldSchema,
  type Erasure,
  type LegalHold,
} from '../../../shared/ipc/retention-calls.ts'
import {
  defaultRetentionRules,
  retentionRulesSchema,
  type RetentionRules,
} from '../../../shared/retention/retention-rules.ts'
import { z } from '../../../shared/zod.ts'
import { jsonSchema, readAll, readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const rulesRowSchema = z.strictObject({ body: jsonSchema(retentionRulesSchema) })

/** How long the clinic keeps what; as it is proposed until somebody said otherwise. */
export function readRetentionRules(db: ReadableDb<'record'>): RetentionRules {
  return readOne(db, sql`SELECT body FROM retention_rules`, rulesRowSchema)?.body ?? defaultRetentionRules
}

export function saveRetentionRules(db: WritableDb<'record'>, rules: RetentionRules): void {
  const body = canonicalJson(rules)
  write(
    db,
    sql`INSERT INTO retention_rules (only_row, body) VALUES (1, ${body})
        ON CONFLICT (only_row) DO UPDATE SET body = excluded.body`,
  )
}

const ofAgeSchema = z.strictObject({ personId: personIdSchema, ofAgeOn: z.iso.date() })

/** When those come of age of whom that is on file. */
export function readOfAge(db: ReadableDb<'record'>): Map<PersonId, string> {
  const rows = readAll(
    db,
    sql`SELECT person_id AS personId, of_age_on AS ofAgeOn FROM chart_of_age`,
    ofAgeSchema,
  )
  return new Map(rows.map(({ personId, ofAgeOn }) => [personId, ofAgeOn]))
}

export function saveOfAge(db: WritableDb<'record'>, personId: PersonId, ofAgeOn: string | null): void {
  if (ofAgeOn === null) write(db, sql`DELETE FROM chart_of_age WHERE person_id = ${personId}`)
  else
    write(
      db,
      sql`INSERT INTO chart_of_age (person_id, of_age_on) VALUES (${personId}, ${ofAgeOn})
          ON CONFLICT (person_id) DO UPDATE SET of_age_on = excluded.of_age_on`,
    )
}

/** Every hold that was placed, newest first, lifted ones too. */
export function listHolds(db: ReadableDb<'record'>): LegalHold[] {
  return readAll(
    db,
    sql`SELECT hold_id AS holdId, person_id AS personId, reason, placed_at_ms AS placedAtMs,
          placed_by_id AS placedById, lifted_at_ms AS liftedAtMs, lifted_by_id AS liftedById
        FROM legal_hold ORDER BY rowid DESC`,
    legalHoldSchema,
  )
}

/** What is held now: everything, or the charts of these people. */
export interface Held {
  readonly isAll: boolean
  readonly personIds: ReadonlySet<PersonId>
}

export function readHeld(db: ReadableDb<'record'>): Held {
  const standing = listHolds(db).filter(({ liftedAtMs }) => liftedAtMs === null)
  const personIds = standing.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  return { isAll: personIds.length < standing.length, personIds: new Set(personIds) }
}

export function insertHold(
  db: WritableDb<'record'>,
  { holdId, personId, reason, placedAtMs, placedById }: Omit<LegalHold, 'liftedAtMs' | 'liftedById'>,
): void {
  write(
    db,
    sql`INSERT INTO legal_hold (hold_id, person_id, reason, placed_at_ms, placed_by_id)
        VALUES (${holdId}, ${personId}, ${reason}, ${placedAtMs}, ${placedById})`,
  )
}

/** Whether there was such a hold, and it stood. */
export function liftHold(
  db: WritableDb<'record'>,
  holdId: HoldId,
  { liftedAtMs, liftedById }: { readonly liftedAtMs: number; readonly liftedById: PersonId },
): boolean {
  const changed = write(
    db,
    sql`UPDATE legal_hold SET lifted_at_ms = ${liftedAtMs}, lifted_by_id = ${liftedById}
        WHERE hold_id = ${holdId} AND lifted_at_ms IS NULL`,
  )
  return changed > 0
}

/** What was erased, newest first: counts alone. */
export function listErasures(db: ReadableDb<'record'>): Erasure[] {
  return readAll(
    db,
    sql`SELECT erased_at_ms AS erasedAtMs, erased_by_id AS erasedById, chart_count AS chartCount,
          session_count AS sessionCount, text_count AS textCount, file_count AS fileCount
        FROM erasure ORDER BY seq DESC`,
    erasureSchema,
  )
}

export function insertErasure(db: WritableDb<'record'>, erasure: Erasure): void {
  const { erasedAtMs, erasedById, chartCount, sessionCount, textCount, fileCount } = erasure
  write(
    db,
    sql`INSERT INTO erasure (erased_at_ms, erased_by_id, chart_count, session_count, text_count, file_count)
        VALUES (${erasedAtMs}, ${erasedById}, ${chartCount}, ${sessionCount}, ${textCount}, ${fileCount})`,
  )
}
