import { groupIdSchema, personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import type { SessionRow } from '../../../src/shared/review/session-row.ts'

let rows = 0

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export function groupIdOf(number: number) {
  return groupIdSchema.parse(idOf(number))
}

export function personIdOf(number: number) {
  return personIdSchema.parse(idOf(number))
}

/** A session of ten that has ended and whose notes are all signed, but for what is given. */
export function endedRow(given: Partial<SessionRow> = {}): SessionRow {
  rows += 1
  return {
    sessionId: sessionIdSchema.parse(idOf(rows)),
    groupId: groupIdOf(1),
    groupType: 'relapse-prevention',
    number: rows,
    topic: 'High-risk evenings',
    leadId: personIdOf(1),
    heldAtMs: Date.UTC(2026, 10, 18),
    endedAtMs: Date.UTC(2026, 10, 18, 1, 30),
    isFromPaper: false,
    plannedMinutes: 90,
    elapsedMs: 91 * 60_000,
    memberCount: 10,
    presentCount: 10,
    writtenCount: 10,
    signedCount: 10,
    awaitingCount: 0,
    amendedCount: 0,
    riskUnsignedCount: 0,
    riskCount: 0,
    openFollowUpCount: 0,
    ...given,
  }
}
