import type { PersonId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { pinRowSchema, type PinRow } from '../conceal/conceal-repository.ts'
import { readOne, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** What is kept of the PIN that a co-signer signs with. Times are milliseconds since 1970 UTC. */
export interface SigningPin extends PinRow {
  /** Null for one from before that was kept. */
  readonly setAtMs: number | null
  /** When it was last set anew with the vault's passphrase and without the PIN before; a later PIN keeps it. */
  readonly resetAtMs: number | null
}

const rowSchema = pinRowSchema.extend({ setAtMs: z.int().nullable(), resetAtMs: z.int().nullable() })

/** Undefined while they have none. */
export function readSigningPin(db: ReadableDb<'record'>, personId: PersonId): SigningPin | undefined {
  return readOne(
    db,
    sql`SELECT salt, hash, set_at_ms AS setAtMs, reset_at_ms AS resetAtMs FROM facilitator_pin
        WHERE person_id = ${personId}`,
    rowSchema,
  )
}

export function saveSigningPin(
  db: WritableDb<'record'>,
  personId: PersonId,
  { salt, hash, setAtMs, resetAtMs }: SigningPin,
): void {
  write(
    db,
    sql`INSERT INTO facilitator_pin (person_id, salt, hash, set_at_ms, reset_at_ms)
        VALUES (${personId}, ${salt}, ${hash}, ${setAtMs}, ${resetAtMs})
        ON CONFLICT (person_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
          set_at_ms = excluded.set_at_ms, reset_at_ms = excluded.reset_at_ms`,
  )
}
