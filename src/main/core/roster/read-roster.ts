import type { Roster } from '../../../shared/ipc/roster-calls.ts'
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
  const meetings = Map.groupBy(listMeetings(record), ({ groupId }) => groupId)
  const enrolments = listEnrolments(record)
  const membersIn = Map.groupBy(enrolments, ({ groupId }) => groupId)
  const groupsOf = Map.groupBy(enrolments, ({ personId }) => personId)
  const agendas = listAgendas(record)
  return {
    clinic: readClinic(record),
    groups: listGroups(record).map((group) => ({
      ...group,
      schedule: (meetings.get(group.id) ?? []).map(({ weekday, time }) => ({ weekday, time })),
      agenda: [...(agendas.get(group.id) ?? [])],
      memberIds: (membersIn.get(group.id) ?? []).map(({ personId }) => personId),
    })),
    members: listMembers(record).map((member) => ({
      ...member,
      groupIds: (groupsOf.get(member.id) ?? []).map(({ groupId }) => groupId),
    })),
    facilitators: listFacilitators(record),
  }
}
