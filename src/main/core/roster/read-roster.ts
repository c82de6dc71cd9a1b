import type { Roster } from '../../../shared/ipc/roster-calls.ts'
import type { Group } from '../../../shared/roster/group.ts'
import { listAgendas } from '../agenda/agenda-repository.ts'
import { listOpenFollowUps } from '../follow-up/follow-up-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import {
  listEnrolments,
  listFacilitators,
  listGroups,
  listMeetings,
  listMembers,
  listSomeMembers,
  readClinic,
  type MemberRow,
} from './roster-repository.ts'

/** Everyone and every group on file. */
export function readRoster(record: ReadableDb<'record'>): Roster {
  return rosterOf(record, listMembers(record))
}

/** Every group on file, and of the members those who are in one, or whom a risk follow-up is open for. */
export function readCurrentRoster(record: ReadableDb<'record'>): Roster {
  const personIds = [...listEnrolments(record), ...listOpenFollowUps(record)].map(({ personId }) => personId)
  return rosterOf(record, listSomeMembers(record, personIds))
}

function rosterOf(record: ReadableDb<'record'>, members: readonly MemberRow[]): Roster {
  const groupsOf = Map.groupBy(listEnrolments(record), ({ personId }) => personId)
  return {
    clinic: readClinic(record),
    groups: readGroups(record),
    members: members.map((member) => ({
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
