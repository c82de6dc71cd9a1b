import { canonicalJson } from '../../../shared/canonical-json.ts'
import type { ImportId } from '../../../shared/ids.ts'
import type { Phase } from '../../../shared/agenda/phase.ts'
import type { Meeting } from '../../../shared/roster/group.ts'
import { sha256 } from '../effects.ts'
import type { GroupRow, MemberRow } from '../roster/roster-repository.ts'

/** SHA-256 of a member as they are on file, bound to one import. */
export function digestOfMember(importId: ImportId, member: MemberRow): Uint8Array {
  return sha256(importId, canonicalJson(member))
}

/** The same of a group with its meetings and its agenda. */
export function digestOfGroup(
  importId: ImportId,
  group: GroupRow,
  meetings: readonly Meeting[],
  agenda: readonly Phase[],
): Uint8Array {
  // That a group counts hours came later: a digest from before tells of none that does not.
  const { countsHours, ...row } = group
  const schedule = meetings.map(({ weekday, time }) => ({ groupId: group.id, weekday, time }))
  return sha256(
    importId,
    canonicalJson({ ...row, ...(countsHours ? {} : { countsHours }), schedule, agenda }),
  )
}
