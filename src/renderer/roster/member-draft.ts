import { nameKey } from '../../shared/name-key.ts'
import type { Roster } from '../../shared/ipc/roster-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Member, MemberDraft } from '../../shared/roster/member.ts'

export const emptyMember: MemberDraft = {
  preferredName: '',
  initials: '',
  chartId: '',
  role: 'member',
  agreedOn: null,
}

/** A member as the call that changes them takes it. */
export function draftOfMember(member: Member): MemberDraft {
  const { preferredName, initials, chartId, role, agreedOn } = member
  return { preferredName, initials, chartId, role, agreedOn }
}

/** Initials in use in a group, so that the next one gets others. */
export function initialsIn(roster: Roster, group: Group): readonly string[] {
  return roster.members.filter(({ id }) => group.memberIds.includes(id)).map(({ initials }) => initials)
}

/** People on file under a name that is being typed for a group, who could be meant: the ones whom the group lacks. */
export function onFileAs(name: string, roster: Roster, group: Group): readonly Member[] {
  const wanted = nameKey(name)
  if (wanted === '') return []
  return roster.members.filter(
    ({ id, preferredName }) => nameKey(preferredName) === wanted && !group.memberIds.includes(id),
  )
}
