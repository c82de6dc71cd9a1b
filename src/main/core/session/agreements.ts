import type { PersonId } from '../../../shared/ids.ts'
import { isoDay } from '../../../shared/iso-day.ts'
import type { Stamp } from '../../../shared/session/stamp.ts'
import type { History, SessionState } from '../../../shared/session/state.ts'
import { fileAgreement, takeBackAgreement } from '../roster/roster-repository.ts'
import type { WritableDb } from '../vault/database.ts'

/**
 * Keeps the roster in step with the agreements that are recorded in a session: an agreement is filed with the day, and
 * an undone one is taken back. To be called alongside a command.
 */
export function fileAgreements(
  record: WritableDb<'record'>,
  before: SessionState,
  after: SessionState,
): void {
  const earlier = agreementsIn(before.history)
  const later = agreementsIn(after.history)
  for (const [personId, stamp] of later) {
    if (!earlier.has(personId)) fileAgreement(record, personId, isoDay(stamp.wallMs, stamp.zone))
  }
  for (const [personId, stamp] of earlier) {
    if (!later.has(personId)) takeBackAgreement(record, personId, isoDay(stamp.wallMs, stamp.zone))
  }
}

function agreementsIn(history: History | null): Map<PersonId, Stamp> {
  const agreements = new Map<PersonId, Stamp>()
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { body, stamp } = entry.event
    if (body.type === 'agreement.recorded' && !entry.isUndone) agreements.set(body.personId, stamp)
  }
  return agreements
}
