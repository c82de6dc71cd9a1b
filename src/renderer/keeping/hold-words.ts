import { isoDay } from '../../shared/iso-day.ts'
import type { LegalHold } from '../../shared/ipc/retention-calls.ts'
import { dayWords } from '../roster/day-words.ts'

export function inForce({ liftedAtMs }: Pick<LegalHold, 'liftedAtMs'>): boolean {
  return liftedAtMs === null
}

/** `since 3 Mar 2025`, `3 Mar to 8 Aug 2025`. */
export function holdDays({ placedAtMs, liftedAtMs }: LegalHold, zone: string, today: string): string {
  const placed = dayWords(isoDay(placedAtMs, zone), today)
  return liftedAtMs === null ? `since ${placed}` : `${placed} to ${dayWords(isoDay(liftedAtMs, zone), today)}`
}
