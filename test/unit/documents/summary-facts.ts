import { sessionIdSchema } from '../../../src/shared/ids.ts'
import type { DocumentStamp } from '../../../src/shared/record/document-stamp.ts'
import type { GroupSummaryFacts, SummaryPhase } from '../../../src/shared/record/group-summary.ts'

const minuteMs = 60_000

function phase(
  name: string,
  plannedMinutes: number,
  enteredAtMinutes: number,
  actualMinutes: number,
): SummaryPhase {
  return {
    name,
    kind: 'plain',
    isProtected: false,
    plannedMinutes,
    actualMs: actualMinutes * minuteMs,
    enteredAtMs: enteredAtMinutes * minuteMs,
    skipReason: null,
  }
}

/** A session of ninety minutes that became ninety-one. */
export const facts: GroupSummaryFacts = {
  sessionId: sessionIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1'),
  clinic: 'Harbor Street Outpatient',
  groupName: 'Tuesday Relapse Prevention',
  groupType: 'relapse-prevention',
  part2: 'part2',
  number: 14,
  topic: 'High-risk evenings',
  zone: 'America/New_York',
  startedAtMs: Date.parse('2026-11-24T18:00:00-05:00'),
  endedAtMs: Date.parse('2026-11-24T19:31:00-05:00'),
  enteredLateAtMs: null,
  scheduledMinutes: 90,
  lengthMinutes: 90,
  elapsedMs: 91 * minuteMs,
  breakMs: 0,
  facilitators: [
    { name: 'Nora Field', credentials: 'LCSW', role: 'lead', interventions: 'Motivational interviewing.' },
    { name: 'Maya Reed', credentials: 'LPC, CADC', role: 'co-lead', interventions: 'Urge surfing in pairs.' },
  ],
  expectedCount: 12,
  presentCount: 10,
  substitutedCount: 0,
  guestCount: 0,
  phases: [
    phase('Opening and agreements', 5, 0, 5),
    phase('Check-in round', 10, 5, 12),
    { ...phase('Topic', 15, 0, 0), enteredAtMs: null, skipReason: 'no-time' },
    { ...phase('Check-out round', 5, 86, 5), isProtected: true },
  ],
  groupProcess: 'From describing evenings to comparing ways home.',
  plan: 'Everyone brings one evening.',
  homePractice: 'Two minutes of urge surfing a day.',
}

export const stamp: DocumentStamp = {
  kind: 'group-summary',
  sessionId: facts.sessionId,
  personId: null,
  code: '5AE1',
  version: 1,
  contentHash: '4e91c07a1b2c3d4e'.repeat(4),
  fileName: '2026-11-24-5AE1-summary.pdf',
}
