import type { SessionId } from '../../../shared/ids.ts'
import type { SheetNaming } from '../../../shared/record/tick-sheet.ts'
import { erasedMember } from '../../../shared/roster/erased-member.ts'
import type { Member } from '../../../shared/roster/member.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { stricterPart2 } from '../../../shared/session/vocabulary.ts'
import { findGroup, readClinic, type GroupRow } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'

/** A session with the group that it is of; undefined where one of them is not on file. */
export function findWithGroup(
  record: ReadableDb<'record'>,
  log: SessionLog,
  sessionId: SessionId,
): { readonly state: SessionState; readonly group: GroupRow } | undefined {
  const state = log.state(sessionId)
  const group = state === undefined || state.groupId === null ? undefined : findGroup(record, state.groupId)
  return state === undefined || group === undefined ? undefined : { state, group }
}

/** What the papers of a session have at their head. */
export function headingOf(record: ReadableDb<'record'>, state: SessionState, group: GroupRow) {
  return {
    clinic: readClinic(record),
    groupName: group.name,
    groupType: state.groupType,
    part2: stricterPart2(state.part2, group.part2),
    number: state.number,
    topic: state.topic,
  }
}

/** How somebody stands on a list. Whose chart was erased keeps their line. */
export function labelOf(
  member: Pick<Member, 'preferredName' | 'initials'> | undefined,
  naming: SheetNaming,
): string {
  if (naming === 'names') return member?.preferredName ?? erasedMember
  return member?.initials ?? '—'
}
