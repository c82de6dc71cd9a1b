import { canonicalJson } from '../../../shared/canonical-json.ts'
import type { GroupId, ImportId, PersonId } from '../../../shared/ids.ts'
import { readAgenda } from '../agenda/agenda-repository.ts'
import { sha256 } from '../effects.ts'
import { findGroup, findMember, listMeetings } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'

/** SHA-256 of a member as they are on file, bound to one import; undefined when they are not on file. */
export function digestOfMember(
  db: ReadableDb<'record'>,
  importId: ImportId,
  personId: PersonId,
): Uint8Array | undefined {
  const member = findMember(db, personId)
  return member === undefined ? undefined : sha256(importId, canonicalJson(member))
}

/** The same of a group with its meetings and its agenda. */
export function digestOfGroup(
  db: ReadableDb<'record'>,
  importId: ImportId,
  groupId: GroupId,
): Uint8Array | undefined {
  const group = findGroup(db, groupId)
  if (group === undefined) return undefined
  const schedule = listMeetings(db).filter((meeting) => meeting.groupId === groupId)
  return sha256(importId, canonicalJson({ ...group, schedule, agenda: readAgenda(db, groupId) }))
}
