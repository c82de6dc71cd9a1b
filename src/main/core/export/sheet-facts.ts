import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { SheetNaming, TickSheetFacts } from '../../../shared/record/tick-sheet.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import { isFacilitator } from '../../../shared/session/vocabulary.ts'
import { findMember, listFacilitators } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { findWithGroup, headingOf, labelOf } from './session-heading.ts'

/**
 * What a tick sheet shows, taken from record.db alone. Fails with `not-found`, or `refused` once the session has begun:
 * what is left to tick then stands on the screen.
 */
export function readSheetFacts(
  record: ReadableDb<'record'>,
  log: SessionLog,
  now: Stamp,
  sessionId: SessionId,
  naming: SheetNaming,
): Result<TickSheetFacts, Failure> {
  const found = findWithGroup(record, log, sessionId)
  if (found === undefined) return fail({ code: 'not-found' })
  const { state, group } = found
  if (state.stage !== 'prepared') return fail({ code: 'refused', refusal: 'already-started' })
  const nameOf = personNames(record, naming)
  const seats = state.people.map(({ personId, role }) => ({
    label: nameOf(personId),
    isFacilitator: isFacilitator(role),
  }))
  return succeed({
    sessionId,
    ...headingOf(record, state, group),
    zone: now.zone,
    plannedStartMs: state.plannedStartMs,
    lengthMinutes: state.lengthMinutes,
    printedAtMs: now.wallMs,
    phases: state.phases
      .filter(({ status }) => status !== 'skipped')
      .map(({ name, kind, isProtected, minutes }) => ({ name, kind, isProtected, plannedMinutes: minutes })),
    seats: [...seats.filter((seat) => !seat.isFacilitator), ...seats.filter((seat) => seat.isFacilitator)],
  })
}

/** Names people, facilitators too. */
function personNames(record: ReadableDb<'record'>, naming: SheetNaming): (personId: PersonId) => string {
  const facilitators = new Map(listFacilitators(record).map((one) => [one.id, one]))
  return (personId) => {
    const facilitator = facilitators.get(personId)
    if (facilitator !== undefined) return naming === 'names' ? facilitator.name : facilitator.initials
    return labelOf(findMember(record, personId), naming)
  }
}
