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
  const meetings = listMeetings(record)
  const enrolments = listEnrolments(record)
  const agendas = listAgendas(record)
  return {
    clinic: readClinic(record),
    groups: listGroups(record).map((group) => ({
      ...group,
      schedule: meetings
        .filter(({ groupId }) => groupId === group.id)
        .map(({ weekday, time }) => ({ weekday, time })),
      agenda: [...(agendas.get(group.id) ?? [])],
      memberIds: enrolments.filter(({ groupId }) => groupId === group.id).map(({ personId }) => personId),
    })),
    members: listMembers(record).map((member) => ({
      ...member,
      groupIds: enrolments.filter(({ personId }) => personId === member.id).map(({ groupId }) => groupId),
    })),
    facilitators: listFacilitators(record),
  }
}
