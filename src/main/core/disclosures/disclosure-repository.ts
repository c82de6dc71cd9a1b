import type { DisclosureId, PersonId, SessionId } from '../../../shared/ids.ts'
import { disclosureSchema, type Disclosure } from '../../../shared/record/disclosure.ts'
import { part2Schema, type Part2 } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import { insertAccess } from '../access-log/access-repository.ts'
import { readAll, readOne, transact, write, type ReadableDb, type WritableDb } from '../vault/database.ts'
import { sql, type Query } from '../vault/sql.ts'

function selectDisclosures(condition: Query): Query {
  return sql`SELECT disclosure_id AS disclosureId, person_id AS personId, session_id AS sessionId,
      export_id AS exportId, corrects_id AS correctsId,
      (SELECT later.disclosure_id FROM disclosure AS later WHERE later.corrects_id = disclosure.disclosure_id)
        AS correctedById,
      entered_at_ms AS enteredAtMs, entered_by_id AS enteredById, disclosed_on AS disclosedOn, what, recipient,
      purpose, consent_reference AS consentReference
    FROM disclosure ${condition}`
}

/** What was disclosed about one member, or about all where it is null, as it was entered. */
export function listDisclosures(db: ReadableDb<'record'>, personId: PersonId | null): Disclosure[] {
  const condition = personId === null ? sql`` : sql`WHERE person_id = ${personId}`
  return readAll(db, selectDisclosures(sql`${condition} ORDER BY rowid`), disclosureSchema)
}

export function listDisclosuresOfSession(db: ReadableDb<'record'>, sessionId: SessionId): Disclosure[] {
  return readAll(db, selectDisclosures(sql`WHERE session_id = ${sessionId} ORDER BY rowid`), disclosureSchema)
}

export function findDisclosure(db: ReadableDb<'record'>, disclosureId: DisclosureId): Disclosure | undefined {
  return readOne(db, selectDisclosures(sql`WHERE disclosure_id = ${disclosureId}`), disclosureSchema)
}

/** There is nothing here to change an entry or to take it away, and the table refuses it. The access log has it too. */
export function insertDisclosure(db: WritableDb<'record'>, entry: Omit<Disclosure, 'correctedById'>): void {
  const { disclosureId, personId, sessionId, exportId, correctsId, enteredAtMs, enteredById } = entry
  const { disclosedOn, what, recipient, purpose, consentReference } = entry
  transact(db, () => {
    write(
      db,
      sql`INSERT INTO disclosure (disclosure_id, person_id, session_id, export_id, corrects_id, entered_at_ms,
            entered_by_id, disclosed_on, what, recipient, purpose, consent_reference)
          VALUES (${disclosureId}, ${personId}, ${sessionId}, ${exportId}, ${correctsId}, ${enteredAtMs},
            ${enteredById}, ${disclosedOn}, ${what}, ${recipient}, ${purpose}, ${consentReference})`,
    )
    insertAccess(db, 'disclosed', { personId, sessionId, exportId }, enteredAtMs)
  })
}

const part2RowSchema = z.strictObject({ part2: part2Schema })

/** What the groups that a member is or was in are under: now, and when their sessions were held. */
export function listPart2OfMember(db: ReadableDb<'record'>, personId: PersonId): Part2[] {
  const rows = readAll(
    db,
    sql`SELECT part2 FROM therapy_group JOIN enrolment USING (group_id) WHERE person_id = ${personId}
        UNION
        SELECT session.part2 FROM session JOIN session_person USING (session_id)
          WHERE person_id = ${personId} AND is_discarded = 0
        UNION
        SELECT therapy_group.part2 FROM therapy_group JOIN session USING (group_id)
          JOIN session_person USING (session_id)
          WHERE person_id = ${personId} AND is_discarded = 0`,
    part2RowSchema,
  )
  return rows.map(({ part2 }) => part2)
}
