import type { Roster } from '../../../shared/ipc/roster-calls.ts'
import type { Group } from '../../../shared/roster/group.ts'
import { listAgendas } from '../agenda/agenda-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import {
  listEnrolments,
  listFacilitators,
  listGroups,
  listMeetings,
  listMembers,
  readClinic,
} from './roster-repository.ts'

/** Everyone and every group on file. */
export function readRoster(record: ReadableDb<'record'>): Roster {
  const groupsOf = Map.groupBy(listEnrolments(record), ({ personId }) => personId)
  return {
    clinic: readClinic(record),
    groups: readGroups(record),
    members: listMembers(record).map((member) => ({
      ...member,
      groupIds: (groupsOf.get(member.id) ?? []).map(({ groupId }) => groupId),
    })),
    facilitators: listFacilitators(record),
  }
}

/** Every group with its meetings, its agenda and who is in it. */
export function readGroups(record: ReadableDb<'record'>): Group[] {
  const meetings = Map.groupBy(listMeetings(record), ({ groupId }) => groupId)
  const membersIn = Map.groupBy(listEnrolments(record), ({ groupId }) => groupId)
  const agendas = listAgendas(record)
  return listGroups(record).map((group) => ({
    ...group,
    schedule: (meetings.get(group.id) ?? []).map(({ weekday, time }) => ({ weekday, time })),
    agenda: [...(agendas.get(group.id) ?? [])],
    memberIds: (membersIn.get(group.id) ?? []).map(({ personId }) => personId),
  }))
}
