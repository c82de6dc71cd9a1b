import { personIdSchema, type PersonId } from '../../../shared/ids.ts'
import { z } from '../../../shared/zod.ts'
import { hasCome } from '../session/row-conditions.ts'
import { readAll, type ReadableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

type Db = ReadableDb<'record'>

const contactSchema = z.strictObject({
  personId: personIdSchema,
  /** Milliseconds since 1970 UTC. */
  atMs: z.int().nullable(),
  day: z.string().nullable(),
  sessionCount: z.int(),
})
/** What was last recorded of somebody in one way: by the clock, or by a day that was entered as such. */
export type LastContact = z.infer<typeof contactSchema>

/**
 * What was last recorded of everyone, or of one person, in each way that there is: sessions that they came to or were seen
 * alone in place of, texts that were signed about them, follow-ups, care, scores, their agreement. An entry that was taken
 * back counts as well: it keeps a chart longer, never shorter.
 */
export function listLastContacts(db: Db, personId: PersonId | null): LastContact[] {
  return [
    ...readAll(db, lastAttended(personId), contactSchema),
    ...readAll(db, lastEntered(personId), contactSchema),
  ]
}

// Of everyone, the sessions are read as they lie: by person, each row of twenty years would be looked up in another place.
function lastAttended(personId: PersonId | null): Query {
  const from =
    personId === null ? sql`session CROSS JOIN session_person` : sql`session_person CROSS JOIN session`
  return sql`SELECT person_id AS personId, max(coalesce(ended_at_ms, started_at_ms)) AS atMs, NULL AS day,
      count(*) AS sessionCount
    FROM ${from} USING (session_id)
    WHERE ${about(personId)} AND (${hasCome} OR presence = 'substituted') AND started_at_ms IS NOT NULL
    GROUP BY person_id`
}

function lastEntered(personId: PersonId | null): Query {
  const whose = about(personId)
  return sql`SELECT person_id AS personId, max(signed_at_ms) AS atMs, NULL AS day, 0 AS sessionCount
      FROM note_signature WHERE ${whose} GROUP BY person_id
    UNION ALL SELECT person_id, max(coalesce(closed_at_ms, opened_at_ms)), NULL, 0 FROM follow_up
      WHERE ${whose} GROUP BY person_id
    UNION ALL SELECT person_id, max(coalesce(closed_at_ms, opened_at_ms)), NULL, 0
      FROM scale_follow_up LEFT JOIN scale_follow_up_closing USING (follow_up_id)
      WHERE ${whose} GROUP BY person_id
    UNION ALL SELECT person_id, NULL, max(day), 0 FROM care_entry WHERE ${whose} GROUP BY person_id
    UNION ALL SELECT person_id, NULL, max(taken_on), 0 FROM scale_result WHERE ${whose} GROUP BY person_id
    UNION ALL SELECT person_id, NULL, agreed_on, 0 FROM member WHERE ${whose} AND agreed_on IS NOT NULL`
}

function about(personId: PersonId | null): Query {
  return personId === null ? sql`1 = 1` : sql`person_id = ${personId}`
}

const disclosedSchema = z.strictObject({ personId: personIdSchema, day: z.string() })

/** When something about somebody was last disclosed, what was entered for a session whose people they were among too. */
export function listLastDisclosed(db: Db, personId: PersonId | null): z.infer<typeof disclosedSchema>[] {
  const whose = about(personId)
  return readAll(
    db,
    sql`SELECT person_id AS personId, max(day) AS day
        FROM (
          SELECT person_id, disclosed_on AS day FROM disclosure WHERE person_id IS NOT NULL AND ${whose}
          UNION ALL
          SELECT person_id, day
            FROM (SELECT session_id, disclosed_on AS day FROM disclosure WHERE person_id IS NULL)
              JOIN session_person USING (session_id)
            WHERE ${whose}
        ) GROUP BY person_id`,
    disclosedSchema,
  )
}

const someoneSchema = z.strictObject({ personId: personIdSchema })

/** Who is enrolled, waits for a place, or is expected in a session that is not over. */
export function listInCare(db: Db): Set<PersonId> {
  const rows = readAll(
    db,
    sql`SELECT person_id AS personId FROM enrolment
        UNION SELECT person_id FROM group_waiting
        UNION SELECT person_id FROM session CROSS JOIN session_person USING (session_id)
          WHERE stage <> 'ended' AND is_discarded = 0`,
    someoneSchema,
  )
  return new Set(rows.map(({ personId }) => personId))
}

/** Whose hours were ever counted as an adolescent's, unless that was taken back. */
export function listEverAdolescent(db: Db): Set<PersonId> {
  const rows = readAll(
    db,
    sql`SELECT DISTINCT person_id AS personId FROM care_entry
        WHERE kind = 'counted-as' AND age_group = 'adolescent'
        AND NOT EXISTS (SELECT 1 FROM care_entry AS back
          WHERE back.refers_to = care_entry.seq AND back.kind = 'taken-back')`,
    someoneSchema,
  )
  return new Set(rows.map(({ personId }) => personId))
}
