import { z } from '../../../shared/zod.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** The clinic's crisis steps; empty until they are written. */
export function readSafetyCard(db: ReadableDb<'record'>): string {
  return readOne(db, sql`SELECT text FROM safety_card`, z.strictObject({ text: z.string() }))?.text ?? ''
}

export function saveSafetyCard(db: WritableDb<'record'>, text: string): void {
  write(
    db,
    sql`INSERT INTO safety_card (only_row, text) VALUES (1, ${text})
        ON CONFLICT DO UPDATE SET text = excluded.text`,
  )
}
