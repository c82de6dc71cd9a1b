import type { KeptChart } from '../../../src/shared/ipc/retention-calls.ts'
import { personIdOf } from '../review/session-rows.ts'

/** A chart as a report has it, past its date unless it says otherwise. */
export function chartOf(number: number, given: Partial<KeptChart> = {}): KeptChart {
  return {
    personId: personIdOf(number),
    name: `Member ${number}`,
    initials: 'M',
    chartId: '',
    standing: 'past',
    isHeld: false,
    lastContactOn: '2016-03-01',
    keptUntil: '2026-03-02',
    ofAgeOn: null,
    sessionCount: 4,
    ...given,
  }
}
