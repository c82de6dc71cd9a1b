import type { GroupId, SessionId } from '../ids.ts'
import { instantOf, localDay } from '../zoned-time.ts'
import type { Group } from './group.ts'

/** What of a group says when it meets. */
export type MeetingGroup = Pick<Group, 'id' | 'name' | 'schedule' | 'lengthMinutes'>

/** What of a session says which meeting it was for. */
export interface SessionInTime {
  readonly sessionId: SessionId
  readonly groupId: GroupId
  readonly stage: 'prepared' | 'running' | 'paused' | 'ended'
  readonly plannedStartMs: number | null
  readonly startedAtMs: number | null
}

/** One time that a group is due to meet. */
export interface ComingMeeting<G extends MeetingGroup = Group> {
  readonly group: G
  readonly startMs: number
  readonly endMs: number
  /** The session that was prepared for it already. */
  readonly preparedId: SessionId | null
}

const minuteMs = 60_000
/** A session outside the schedule that starts this early is the one that the schedule meant. */
const earlyMs = 60 * minuteMs

/**
 * The meetings of today and the next seven days, soonest first. One that should have begun stays until its time is over,
 * so that a group that starts late is still offered; one that was held is left out.
 */
export function comingMeetings<G extends MeetingGroup>(
  groups: readonly G[],
  sessions: readonly SessionInTime[],
  now: { readonly wallMs: number; readonly zone: string },
): readonly ComingMeeting<G>[] {
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

function meetingAt<G extends MeetingGroup>(
  group: G,
  startMs: number,
  sessions: readonly SessionInTime[],
): ComingMeeting<G> {
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

function wasHeld(
  { group, startMs, endMs }: ComingMeeting<MeetingGroup>,
  sessions: readonly SessionInTime[],
): boolean {
  return sessions.some(({ groupId, plannedStartMs, startedAtMs }) => {
    if (groupId !== group.id || startedAtMs === null) return false
    // The schedule may have been moved by a few minutes since: what counts is that it was meant for this time.
    if (plannedStartMs !== null) return plannedStartMs >= startMs && plannedStartMs < endMs
    return startedAtMs >= startMs - earlyMs && startedAtMs < endMs
  })
}
