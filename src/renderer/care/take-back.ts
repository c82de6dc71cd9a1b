import type { PersonId } from '../../shared/ids.ts'
import type { Answer } from '../../shared/ipc/contract.ts'
import { isoDay } from '../../shared/iso-day.ts'
import type { Act } from '../app/api.ts'
import { readNow } from '../app/core-clock.ts'

/** Enters that an entry should not be there: it stays, and counts no longer. */
export async function takeBack(
  act: Act['act'],
  personId: PersonId,
  refersTo: number,
): Promise<Answer<'care.enter'>> {
  const now = readNow()
  const day = now === null ? '' : isoDay(now.wallMs, now.zone)
  return act('care.enter', { personId, act: { kind: 'taken-back', refersTo, day, reason: '' } })
}
