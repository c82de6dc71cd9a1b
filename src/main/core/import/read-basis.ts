import type { OnFile } from '../../../shared/import/roster-ahead.ts'
import { maxCapacity } from '../../../shared/roster/group.ts'
import { readGone } from '../care/care-repository.ts'
import { readCareRules } from '../care/care-rules-repository.ts'
import { listEnrolments, listGroups, listMembers } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'

/** Everything on file that a plan depends on: as long as it is the same, the plan is. */
export interface Basis {
  readonly onFile: OnFile
  /** The most places that a group may have here. */
  readonly mostMembers: number
}

export function readBasis(record: ReadableDb<'record'>): Basis {
  const gone = readGone(record)
  const membersIn = Map.groupBy(listEnrolments(record), ({ groupId }) => groupId)
  const members = listMembers(record).map(({ id, preferredName, initials, chartId }) => ({
    id,
    preferredName,
    initials,
    chartId,
    hasLeft: gone.has(id),
  }))
  const groups = listGroups(record).map(({ id, name, capacity, membership }) => ({
    id,
    name,
    capacity,
    isClosed: membership === 'closed',
    memberIds: (membersIn.get(id) ?? []).map(({ personId }) => personId),
  }))
  const mostMembers = Math.min(maxCapacity, readCareRules(record).mostMembers)
  return { onFile: { members, groups }, mostMembers }
}
