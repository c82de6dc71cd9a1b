import type { PersonId } from '../../../src/shared/ids.ts'
import type { Command } from '../../../src/shared/session/commands.ts'

/** What calls of a window can be asked with, whatever the session is. */

export const disclosure = {
  disclosedOn: '2026-01-05',
  what: 'The note',
  recipient: 'Riverbend Primary Care',
  purpose: 'care coordination',
  consentReference: 'R-3',
}

export const noFilters = {
  groupId: null,
  groupType: null,
  personId: null,
  fromMs: null,
  toMs: null,
  theme: null,
  hasRisk: false,
}

/** Something for every part that a command of this type can have. */
export function commandParts(type: Command['type'], personId: PersonId): Record<string, unknown> {
  const phase = {
    id: crypto.randomUUID(),
    name: 'x',
    kind: 'plain',
    minutes: 1,
    minimumMinutes: 1,
    isProtected: false,
  }
  return {
    type,
    personId,
    ownerId: personId,
    mark: type === 'mark' ? 'shared' : 1,
    gap: 1,
    verdict: 'keep',
    topic: 'Otherwise',
    end: 'full-length',
    minutes: type === 'replan' ? [{ phaseId: phase.id, minutes: 1 }] : 5,
    phaseId: phase.id,
    reason: 'no-time',
    phase,
    beforePhaseId: null,
    phaseIds: [phase.id, crypto.randomUUID()],
    kind: 'pause',
    attendee: { personId, role: 'member', hasAgreed: true },
    observation: 'sampling',
    sample: 0,
    heardIds: [],
    isComplete: true,
    moment: 'end',
    measureId: crypto.randomUUID(),
    value: 3,
    sheet: { startedAtMs: 0, endedAtMs: 60_000, phases: [], people: [] },
    marks: [],
  }
}
