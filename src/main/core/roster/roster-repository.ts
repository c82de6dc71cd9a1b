import { groupTypeSchema } from '../../../shared/agenda/group-type.ts'
import { groupIdSchema, personIdSchema, type GroupId, type PersonId } from '../../../shared/ids.ts'
import { meetingSchema, membershipSchema, type GroupDraft } from '../../../shared/roster/group.ts'
import {
  aliasesSchema,
  facilitatorSchema,
  memberSchema,
  type Facilitator,
  type FacilitatorDraft,
  type Member,
  type MemberDraft,
} from '../../../shared/roster/member.ts'
import { modalitySchema, part2Schema } from '../../../shared/session/vocabulary.ts'
import { z } from '../../../shared/zod.ts'
import {
  flagSchema,
  jsonSchema,
  readAll,
  readOne,
  transact,
  write,
  type ReadableDb,
  type WritableDb,
} from '../vault/database.ts'
import { indexMember } from '../search/member-index.ts'
import { sql, type Query } from '../vault/sql.ts'

/** A group's own row: its agenda and its meetings are kept in tables of their own. */
export interface GroupRow extends Omit<GroupDraft, 'schedule'> {
  readonly id: GroupId
}

const groupRowSchema = z.strictObject({
  id: groupIdSchema,
  name: z.string(),
  type: groupTypeSchema,
  lengthMinutes: z.int(),
  part2: part2Schema,
  capacity: z.int(),
  modality: modalitySchema,
  membership: membershipSchema,
  countsHours: flagSchema,
})

const groupColumns = sql`group_id AS id, name, type, length_minutes AS lengthMinutes, part2, capacity, modality,
  membership, counts_hours AS countsHours`

export function listGroups(db: ReadableDb<'record'>): GroupRow[] {
  return readAll(db, sql`SELECT ${groupColumns} FROM therapy_group ORDER BY rowid`, groupRowSchema)
}

export function findGroup(db: ReadableDb<'record'>, groupId: GroupId): GroupRow | undefined {
  return readOne(
    db,
    sql`SELECT ${groupColumns} FROM therapy_group WHERE group_id = ${groupId}`,
    groupRowSchema,
  )
}

/** Creates a group or changes the one of this id, its meetings included. */
export function saveGroup(db: WritableDb<'record'>, groupId: GroupId, draft: GroupDraft): void {
  write(
    db,
    sql`INSERT INTO therapy_group (group_id, name, type, length_minutes, part2, capacity, modality, membership, counts_hours)
        VALUES (${groupId}, ${draft.name}, ${draft.type}, ${draft.lengthMinutes}, ${draft.part2}, ${draft.capacity},
          ${draft.modality}, ${draft.membership}, ${draft.countsHours})
        ON CONFLICT (group_id) DO UPDATE SET name = excluded.name, type = excluded.type,
          length_minutes = excluded.length_minutes, part2 = excluded.part2, capacity = excluded.capacity,
          modality = excluded.modality, membership = excluded.membership,
          counts_hours = excluded.counts_hours`,
  )
  write(db, sql`DELETE FROM group_meeting WHERE group_id = ${groupId}`)
  for (const [position, { weekday, time }] of draft.schedule.entries()) {
    write(
      db,
      sql`INSERT INTO group_meeting (group_id, position, weekday, time)
          VALUES (${groupId}, ${position}, ${weekday}, ${time})`,
    )
  }
}

const meetingRowSchema = meetingSchema.extend({ groupId: groupIdSchema })

/** When the groups meet, each group's meetings in their order. */
export function listMeetings(db: ReadableDb<'record'>): z.infer<typeof meetingRowSchema>[] {
  return readAll(
    db,
    sql`SELECT group_id AS groupId, weekday, time FROM group_meeting ORDER BY group_id, position`,
    meetingRowSchema,
  )
}

const enrolmentSchema = z.strictObject({ groupId: groupIdSchema, personId: personIdSchema })

/** Who belongs to which group, each group's members in the order of their enrolment. */
export function listEnrolments(db: ReadableDb<'record'>): z.infer<typeof enrolmentSchema>[] {
  return readAll(
    db,
    sql`SELECT group_id AS groupId, person_id AS personId FROM enrolment ORDER BY group_id, position`,
    enrolmentSchema,
  )
}

export function enrol(db: WritableDb<'record'>, groupId: GroupId, personId: PersonId): void {
  write(
    db,
    sql`INSERT INTO enrolment (group_id, person_id, position)
        SELECT ${groupId}, ${personId}, coalesce(max(position) + 1, 0) FROM enrolment WHERE group_id = ${groupId}`,
  )
}

export function withdraw(db: WritableDb<'record'>, groupId: GroupId, personId: PersonId): void {
  write(db, sql`DELETE FROM enrolment WHERE group_id = ${groupId} AND person_id = ${personId}`)
}

const memberRowSchema = memberSchema.omit({ groupIds: true }).extend({ aliases: jsonSchema(aliasesSchema) })
export type MemberRow = Omit<Member, 'groupIds'>

const memberColumns = sql`person_id AS id, preferred_name AS preferredName, initials, chart_id AS chartId, role,
  agreed_on AS agreedOn`

function selectMembers(condition: Query): Query {
  return sql`SELECT ${memberColumns},
      (SELECT json_group_array(text ORDER BY position) FROM member_alias
        WHERE member_alias.person_id = member.person_id) AS aliases
    FROM member ${condition}`
}

const bareMemberSchema = memberSchema.omit({ groupIds: true, aliases: true })
const aliasRowSchema = z.strictObject({ personId: personIdSchema, text: z.string() })

/** Everyone on file in the order in which they came. Thousands after twenty years, so in two reads instead of one a member. */
export function listMembers(db: ReadableDb<'record'>): MemberRow[] {
  const rows = readAll(
    db,
    sql`SELECT person_id AS personId, text FROM member_alias ORDER BY person_id, position`,
    aliasRowSchema,
  )
  const aliases = Map.groupBy(rows, ({ personId }) => personId)
  return readAll(db, sql`SELECT ${memberColumns} FROM member ORDER BY rowid`, bareMemberSchema).map(
    (member) => ({ ...member, aliases: (aliases.get(member.id) ?? []).map(({ text }) => text) }),
  )
}

/** The groups that somebody is enrolled in. */
export function listGroupsOf(db: ReadableDb<'record'>, personId: PersonId): GroupId[] {
  return readAll(
    db,
    sql`SELECT group_id AS groupId, person_id AS personId FROM enrolment WHERE person_id = ${personId}`,
    enrolmentSchema,
  ).map(({ groupId }) => groupId)
}

/** The members of a group in the order of their enrolment. */
export function listMembersOf(db: ReadableDb<'record'>, groupId: GroupId): MemberRow[] {
  return readAll(
    db,
    selectMembers(sql`JOIN enrolment USING (person_id) WHERE group_id = ${groupId} ORDER BY position`),
    memberRowSchema,
  )
}

/** Some of the members, in the order in which they came. */
export function listSomeMembers(db: ReadableDb<'record'>, personIds: readonly PersonId[]): MemberRow[] {
  return readAll(
    db,
    selectMembers(
      sql`WHERE person_id IN (SELECT value FROM json_each(${JSON.stringify(personIds)})) ORDER BY member.rowid`,
    ),
    memberRowSchema,
  )
}

export function findMember(db: ReadableDb<'record'>, personId: PersonId): MemberRow | undefined {
  return readOne(db, selectMembers(sql`WHERE person_id = ${personId}`), memberRowSchema)
}

/** Creates a member or changes the one of this id. */
export function saveMember(db: WritableDb<'record'>, personId: PersonId, draft: MemberDraft): void {
  transact(db, () => {
    write(
      db,
      sql`INSERT INTO member (person_id, preferred_name, initials, chart_id, role, agreed_on)
          VALUES (${personId}, ${draft.preferredName}, ${draft.initials}, ${draft.chartId}, ${draft.role},
            ${draft.agreedOn})
          ON CONFLICT (person_id) DO UPDATE SET preferred_name = excluded.preferred_name,
            initials = excluded.initials, chart_id = excluded.chart_id, role = excluded.role,
            agreed_on = excluded.agreed_on`,
    )
    indexMember(db, personId)
  })
}

/** Replaces the other words that would tell who a member is. To be called in a transaction. */
export function saveAliases(db: WritableDb<'record'>, personId: PersonId, aliases: readonly string[]): void {
  write(db, sql`DELETE FROM member_alias WHERE person_id = ${personId}`)
  for (const [position, text] of aliases.entries()) {
    write(
      db,
      sql`INSERT INTO member_alias (person_id, position, text) VALUES (${personId}, ${position}, ${text})`,
    )
  }
  indexMember(db, personId)
}

/** Takes a member off the file about whom nothing is written. Foreign keys hold against anything else. */
export function removeMember(db: WritableDb<'record'>, personId: PersonId): void {
  write(db, sql`DELETE FROM member_alias WHERE person_id = ${personId}`)
  write(db, sql`DELETE FROM member WHERE person_id = ${personId}`)
  indexMember(db, personId)
}

/** Files an agreement to confidentiality where none is on file. */
export function fileAgreement(db: WritableDb<'record'>, personId: PersonId, day: string): void {
  write(db, sql`UPDATE member SET agreed_on = ${day} WHERE person_id = ${personId} AND agreed_on IS NULL`)
}

/** Takes back an agreement that was filed on this day, and no other. */
export function takeBackAgreement(db: WritableDb<'record'>, personId: PersonId, day: string): void {
  write(db, sql`UPDATE member SET agreed_on = NULL WHERE person_id = ${personId} AND agreed_on = ${day}`)
}

const facilitatorRowSchema = facilitatorSchema.extend({
  isAuthor: flagSchema,
  needsCoSignature: flagSchema,
  mayCoSign: flagSchema,
  hasSigningPin: flagSchema,
})

export function listFacilitators(db: ReadableDb<'record'>): Facilitator[] {
  return readAll(
    db,
    sql`SELECT person_id AS id, name, initials, credentials, is_author AS isAuthor,
          needs_co_signature AS needsCoSignature, may_co_sign AS mayCoSign, salt IS NOT NULL AS hasSigningPin,
          reset_at_ms AS signingPinResetAtMs
        FROM facilitator LEFT JOIN facilitator_pin USING (person_id) ORDER BY position`,
    facilitatorRowSchema,
  )
}

/** The one whose vault this is, and who signs in it. */
export function findAuthor(db: ReadableDb<'record'>): Facilitator | undefined {
  return listFacilitators(db).find(({ isAuthor }) => isAuthor)
}

/** Puts somebody on file, with nothing to co-sign and nobody to be co-signed by. */
export function insertFacilitator(
  db: WritableDb<'record'>,
  { id, isAuthor, ...draft }: FacilitatorDraft & Pick<Facilitator, 'id' | 'isAuthor'>,
): void {
  write(
    db,
    sql`INSERT INTO facilitator (person_id, name, initials, credentials, is_author, position)
        SELECT ${id}, ${draft.name}, ${draft.initials}, ${draft.credentials}, ${isAuthor},
          coalesce(max(position) + 1, 0)
        FROM facilitator`,
  )
}

/** Whether there was such a facilitator to change. */
export function changeFacilitator(
  db: WritableDb<'record'>,
  personId: PersonId,
  draft: FacilitatorDraft,
): boolean {
  const changed = write(
    db,
    sql`UPDATE facilitator SET name = ${draft.name}, initials = ${draft.initials}, credentials = ${draft.credentials}
        WHERE person_id = ${personId}`,
  )
  return changed > 0
}

/** Whether there was such a facilitator. */
export function changeCoSigning(
  db: WritableDb<'record'>,
  personId: PersonId,
  { needsCoSignature, mayCoSign }: Pick<Facilitator, 'needsCoSignature' | 'mayCoSign'>,
): boolean {
  const changed = write(
    db,
    sql`UPDATE facilitator SET needs_co_signature = ${needsCoSignature}, may_co_sign = ${mayCoSign}
        WHERE person_id = ${personId}`,
  )
  return changed > 0
}

export function readClinic(db: ReadableDb<'record'>): string {
  const row = readOne(db, sql`SELECT name FROM clinic`, z.strictObject({ name: z.string() }))
  return row?.name ?? ''
}

export function saveClinic(db: WritableDb<'record'>, name: string): void {
  write(
    db,
    sql`INSERT INTO clinic (only_row, name) VALUES (1, ${name}) ON CONFLICT DO UPDATE SET name = excluded.name`,
  )
}
