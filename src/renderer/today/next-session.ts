import type { SessionId } from '../../shared/ids.ts'
import type { SessionSummary } from '../../shared/ipc/session-calls.ts'
import type { Group } from '../../shared/roster/group.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import { calendarDaysBetween, instantOf, localDay } from './zoned-time.ts'

/** One time that a group is due to meet. */
export interface ComingMeeting {
  readonly group: Group
  readonly startMs: number
  readonly endMs: number
  /** The session that was prepared for it already. */
  readonly preparedId: SessionId | null
}

type Now = Pick<Stamp, 'wallMs' | 'zone'>

const minuteMs = 60_000
/** A session outside the schedule that starts this early is the one that the schedule meant. */
const earlyMs = 60 * minuteMs

/**
 * The meetings of today and the next seven days, soonest first. One that should have begun stays until its time is over,
 * so that a group that starts late is still offered; one that was held is left out.
 */
export function comingMeetings(
  groups: readonly Group[],
  sessions: readonly SessionSummary[],
  now: Now,
): readonly ComingMeeting[] {
  // From yesterday, for a group that meets across midnight.
  const days = Array.from({ length: 9 }, (_, index) => localDay(now.wallMs, now.zone, index - 1))
  const meetings = groups.flatMap((group) =>
    days.flatMap((day) =>
      group.schedule
        .filter(({ weekday }) => weekday === day.weekday)
        .map(({ time }) => meetingAt(group, instantOf(day, time, now.zone), sessions)),
    ),
  )
  return meetings
    .filter((meeting) => meeting.endMs > now.wallMs && !wasHeld(meeting, sessions))
    .toSorted((a, b) => a.startMs - b.startMs || a.group.name.localeCompare(b.group.name))
}

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

function meetingAt(group: Group, startMs: number, sessions: readonly SessionSummary[]): ComingMeeting {
  const prepared = sessions.find(
    (session) =>
      session.stage === 'prepared' && session.groupId === group.id && session.plannedStartMs === startMs,
  )
  return {
    group,
    startMs,
    endMs: startMs + group.lengthMinutes * minuteMs,
    preparedId: prepared?.sessionId ?? null,
  }
}

function wasHeld({ group, startMs, endMs }: ComingMeeting, sessions: readonly SessionSummary[]): boolean {
  return sessions.some(({ groupId, plannedStartMs, startedAtMs }) => {
    if (groupId !== group.id || startedAtMs === null) return false
    // The schedule may have been moved by a few minutes since: what counts is that it was meant for this time.
    if (plannedStartMs !== null) return plannedStartMs >= startMs && plannedStartMs < endMs
    return startedAtMs >= startMs - earlyMs && startedAtMs < endMs
  })
}
