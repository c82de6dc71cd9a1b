import type { GroupId } from '../../../shared/ids.ts'
import { seatPlaceSchema, type SeatPlace } from '../../../shared/roster/circle-order.ts'
import { readAll, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

/** Where the people of a group sit, those who have left it included: their place waits for them. */
export function listSeatPlaces(db: ReadableDb<'record'>, groupId: GroupId): SeatPlace[] {
  return readAll(
    db,
    sql`SELECT person_id AS personId, x, y FROM seat_place WHERE group_id = ${groupId} ORDER BY person_id`,
    seatPlaceSchema,
  )
}

export function saveSeatPlace(
  db: WritableDb<'record'>,
  groupId: GroupId,
  { personId, x, y }: SeatPlace,
): void {
  write(
    db,
    sql`INSERT INTO seat_place (group_id, person_id, x, y) VALUES (${groupId}, ${personId}, ${x}, ${y})
        ON CONFLICT (group_id, person_id) DO UPDATE SET x = excluded.x, y = excluded.y`,
  )
}

export function clearSeatPlaces(db: WritableDb<'record'>, groupId: GroupId): void {
  write(db, sql`DELETE FROM seat_place WHERE group_id = ${groupId}`)
}
