import { sessionIdSchema, type GroupId, type PersonId, type SessionId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { circleOrder } from '../../../shared/roster/circle-order.ts'
import type { Attendee } from '../../../shared/session/events.ts'
import { readAgenda } from '../agenda/agenda-repository.ts'
import type { Random } from '../effects.ts'
import { findGroup, listFacilitators, listMembersOf } from '../roster/roster-repository.ts'
import { listSeatPlaces } from '../seats/seat-repository.ts'
import type { ReadableDb, WritableDb } from '../vault/database.ts'
import { saveModality } from './modality-repository.ts'
import type { SessionLog } from './session-log.ts'
import { listActiveSessions, nextSessionNumber } from './session-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
}

/** Prepares the next session of a group: everyone enrolled is expected, the facilitators are there. */
export function prepareSession(
  { record, log, random }: Sources,
  input: ParsedInputOf<'session.prepare'>,
): Result<{ sessionId: SessionId }, Failure> {
  const group = findGroup(record, input.groupId)
  const facilitators = chooseFacilitators(record, input)
  if (group === undefined || facilitators === null) return fail({ code: 'not-found' })
  if (listActiveSessions(record).length > 0) return fail({ code: 'session-open' })
  const members = seatMembers(record, group.id, input.leadId)
  const sessionId = sessionIdSchema.parse(random.uuid())
  const appended = log.append(
    sessionId,
    {
      type: 'prepare',
      groupId: group.id,
      number: nextSessionNumber(record, group.id),
      groupType: group.type,
      part2: group.part2,
      topic: input.topic,
      lengthMinutes: group.lengthMinutes,
      plannedStartMs: input.plannedStartMs,
      phases: [...readAgenda(record, group.id)],
      attendees: [...facilitators, ...members],
    },
    () => saveModality(record, sessionId, group.modality),
  )
  return appended.ok ? succeed({ sessionId }) : appended
}

/** The members of a group, clockwise as they sit: their order gives the seats their numbers and keys. */
function seatMembers(record: ReadableDb<'record'>, groupId: GroupId, leadId: PersonId): Attendee[] {
  const members = new Map(listMembersOf(record, groupId).map((member) => [member.id, member]))
  return circleOrder([...members.keys()], listSeatPlaces(record, groupId), leadId).flatMap((personId) => {
    const member = members.get(personId)
    return member === undefined ? [] : { personId, role: member.role, hasAgreed: member.agreedOn !== null }
  })
}

/** The lead, each co-lead and each observer, once; null when one of them is not on file. */
function chooseFacilitators(
  record: ReadableDb<'record'>,
  {
    leadId,
    coLeadIds,
    observerIds = [],
  }: Pick<ParsedInputOf<'session.prepare'>, 'leadId' | 'coLeadIds' | 'observerIds'>,
): Attendee[] | null {
  const ids = [...new Set([leadId, ...coLeadIds, ...observerIds])]
  const onFile = new Set(listFacilitators(record).map(({ id }) => id))
  if (ids.some((id) => !onFile.has(id))) return null
  return ids.map((personId) => ({
    personId,
    role: personId === leadId ? 'lead' : coLeadIds.includes(personId) ? 'co-lead' : 'observer',
    hasAgreed: true,
  }))
}
