import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { flagSchema, readOne, type ReadableDb } from '../vault/database.ts'
import { sql } from '../vault/sql.ts'

const foundSchema = z.strictObject({ isFound: flagSchema })

/**
 * Whether anything in the record is about a member beside what an import itself has written and taken back. The tables are
 * all that can say something of a person; a test holds them against the schema.
 */
export function isMemberKnown(db: ReadableDb<'record'>, personId: PersonId): boolean {
  const row = readOne(
    db,
    sql`SELECT EXISTS (SELECT 1 FROM session_person WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM enrolment WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM group_waiting WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM care_entry WHERE person_id = ${personId}
            AND NOT EXISTS (SELECT 1 FROM imported WHERE care_seq IN (seq, refers_to)))
          OR EXISTS (SELECT 1 FROM legal_hold WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM chart_of_age WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM goal WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM scale_result WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM signed_note WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM disclosure WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM chart_of_age WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM legal_hold WHERE person_id = ${personId})
          OR EXISTS (SELECT 1 FROM exported_file WHERE person_id = ${personId}) AS isFound`,
    foundSchema,
  )
  return row?.isFound ?? true
}

/** Whether a group has met, is to meet, has somebody in it or waiting for it, or was arranged by hand. */
export function isGroupUsed(db: ReadableDb<'record'>, groupId: GroupId): boolean {
  const row = readOne(
    db,
    sql`SELECT EXISTS (SELECT 1 FROM session WHERE group_id = ${groupId})
          OR EXISTS (SELECT 1 FROM enrolment WHERE group_id = ${groupId})
          OR EXISTS (SELECT 1 FROM group_waiting WHERE group_id = ${groupId})
          OR EXISTS (SELECT 1 FROM seat_place WHERE group_id = ${groupId})
          OR EXISTS (SELECT 1 FROM group_measure WHERE group_id = ${groupId})
          OR EXISTS (SELECT 1 FROM exported_file_of_group WHERE group_id = ${groupId}) AS isFound`,
    foundSchema,
  )
  return row?.isFound ?? true
}
