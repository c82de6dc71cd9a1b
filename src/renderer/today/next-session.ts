import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { ComingMeeting } from '../../shared/roster/coming-meetings.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { calendarDaysBetween } from '../../shared/zoned-time.ts'

type Now = Pick<Stamp, 'wallMs' | 'zone'>

/** The meeting that a session of the group, prepared now, is for: one of today, or still going on; null for none. */
export function meetingOfToday(
  meetings: readonly ComingMeeting[],
  group: Group,
  now: Now,
): ComingMeeting | null {
  const soonest = meetings.find((meeting) => meeting.group.id === group.id)
  return soonest !== undefined && isToday(soonest, now) ? soonest : null
}

export function isToday({ startMs }: ComingMeeting, now: Now): boolean {
  return calendarDaysBetween(now.wallMs, startMs, now.zone) <= 0
}

/** The number that the group's next session will have. */
export function nextNumber(sessions: readonly SessionSummary[], group: Group): number {
  return (
    Math.max(0, ...sessions.filter(({ groupId }) => groupId === group.id).map(({ number }) => number)) + 1
  )
}

/** The session that is going on; a facilitator leads one at a time. */
export function runningSession(sessions: readonly SessionSummary[]): SessionSummary | null {
  return sessions.find(({ stage }) => stage === 'running' || stage === 'paused') ?? null
}

/** Closed sessions in which a member who came has no signed note yet, oldest first. */
export function notesToFinish(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  return sessions
    .filter(({ stage, signedCount, presentCount }) => stage === 'ended' && signedCount < presentCount)
    .toSorted((a, b) => (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0))
}

/** Closed sessions with a signed text that somebody else has still to stand for, oldest first. */
export function notesToCoSign(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  return sessions
    .filter(({ stage, awaitingCount }) => stage === 'ended' && awaitingCount > 0)
    .toSorted((a, b) => (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0))
}
