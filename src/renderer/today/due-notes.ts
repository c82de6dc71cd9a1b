import { dueAt } from '../../shared/record/due.ts'
import type { RecordRules } from '../../shared/record/record-rules.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Stamp } from '../../shared/session/stamp.ts'

export interface DueNotes {
  readonly session: SessionSummary
  /** Until when the first of its notes is to be signed; the instant itself is late. */
  readonly dueMs: number
  readonly isOverdue: boolean
}

/** Sessions with notes to sign, what is due first at the top. */
export function dueNotes(
  sessions: readonly SessionSummary[],
  rules: RecordRules,
  now: Pick<Stamp, 'wallMs' | 'zone'>,
): readonly DueNotes[] {
  return sessions
    .map((session) => {
      const dueMs = dueAt(session.endedAtMs ?? now.wallMs, session.hasRiskUnsigned, rules, now.zone)
      return { session, dueMs, isOverdue: dueMs <= now.wallMs }
    })
    .toSorted((a, b) => a.dueMs - b.dueMs)
}
