import type { PersonId } from '../../../shared/ids.ts'
import { pinRowSchema, type PinRow } from '../conceal/conceal-repository.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** What is kept of the PIN that a co-signer signs with; undefined while they have none. */
export function readSigningPin(db: ReadableDb<'record'>, personId: PersonId): PinRow | undefined {
  return readOne(db, sql`SELECT salt, hash FROM facilitator_pin WHERE person_id = ${personId}`, pinRowSchema)
}

export function saveSigningPin(db: WritableDb<'record'>, personId: PersonId, { salt, hash }: PinRow): void {
  write(
    db,
    sql`INSERT INTO facilitator_pin (person_id, salt, hash) VALUES (${personId}, ${salt}, ${hash})
        ON CONFLICT (person_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash`,
  )
}
