import { groupSchema, type Group } from '../../../src/shared/roster/group.ts'
import { sessionSummarySchema, type SessionSummary } from '../../../src/shared/ipc/session-calls.ts'

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** A group that meets at the given times, valid as one from the vault is. */
export function sampleGroup(number: number, schedule: Group['schedule'], lengthMinutes = 90): Group {
  return groupSchema.parse({
    id: idOf(number),
    name: `Group ${number}`,
    type: 'support',
    lengthMinutes,
    schedule,
    part2: 'unsure',
    capacity: 12,
    modality: 'in-person',
    agenda: [
      { id: idOf(900), name: 'Opening', kind: 'plain', minutes: 5, minimumMinutes: 5, isProtected: false },
    ],
    memberIds: [],
  })
}

/** A session of group 1 that was closed with everything written, unless told otherwise. */
export function sampleSession(number: number, changes: Partial<SessionSummary> = {}): SessionSummary {
  return sessionSummarySchema.parse({
    sessionId: idOf(1_000 + number),
    groupId: idOf(1),
    number,
    topic: '',
    stage: 'ended',
    plannedStartMs: null,
    startedAtMs: 0,
    endedAtMs: 0,
    memberCount: 8,
    presentCount: 8,
    enteredLateAtMs: null,
    writtenCount: 8,
    signedCount: 8,
    awaitingCount: 0,
    hasRiskUnsigned: false,
    ...changes,
  })
}
