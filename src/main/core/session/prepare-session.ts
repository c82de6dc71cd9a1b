import type { SessionId } from '../../../shared/ids.ts'
import { sessionIdSchema } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Attendee } from '../../../shared/session/events.ts'
import { readAgenda } from '../agenda/agenda-repository.ts'
import type { Random } from '../effects.ts'
import { findGroup, listFacilitators, listMembersOf } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import type { SessionLog } from './session-log.ts'
import { listActiveSessions, nextSessionNumber } from './session-repository.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
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
  const members = listMembersOf(record, group.id).map(({ id, role, agreedOn }): Attendee => ({
    personId: id,
    role,
    hasAgreed: agreedOn !== null,
  }))
  const sessionId = sessionIdSchema.parse(random.uuid())
  const appended = log.append(sessionId, {
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
  })
  return appended.ok ? succeed({ sessionId }) : appended
}

/** The lead, then each co-lead once; null when one of them is not on file. */
function chooseFacilitators(
  record: ReadableDb<'record'>,
  { leadId, coLeadIds }: Pick<ParsedInputOf<'session.prepare'>, 'leadId' | 'coLeadIds'>,
): Attendee[] | null {
  const ids = [...new Set([leadId, ...coLeadIds])]
  const onFile = new Set(listFacilitators(record).map(({ id }) => id))
  if (ids.some((id) => !onFile.has(id))) return null
  return ids.map((personId) => ({
    personId,
    role: personId === leadId ? 'lead' : 'co-lead',
    hasAgreed: true,
  }))
}
