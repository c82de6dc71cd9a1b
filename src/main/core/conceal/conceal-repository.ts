import { z } from '../../../shared/zod.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

export const pinRowSchema = z.strictObject({
  salt: z.instanceof(Uint8Array),
  hash: z.instanceof(Uint8Array),
})
/** A PIN's salt and its hash. */
export interface PinRow {
  readonly salt: Uint8Array
  readonly hash: Uint8Array
}

export function readPin(db: ReadableDb<'record'>): PinRow | undefined {
  return readOne(db, sql`SELECT salt, hash FROM conceal_pin`, pinRowSchema)
}

export function savePin(db: WritableDb<'record'>, { salt, hash }: PinRow): void {
  write(
    db,
    sql`INSERT INTO conceal_pin (only_row, salt, hash) VALUES (1, ${salt}, ${hash})
        ON CONFLICT (only_row) DO UPDATE SET salt = excluded.salt, hash = excluded.hash`,
  )
}

export function deletePin(db: WritableDb<'record'>): void {
  write(db, sql`DELETE FROM conceal_pin`)
}
