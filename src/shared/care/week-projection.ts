import type { Phase } from '../agenda/phase.ts'
import type { GroupId, SessionId } from '../ids.ts'
import { comingMeetings, type MeetingGroup, type SessionInTime } from '../roster/coming-meetings.ts'
import type { Presence } from '../session/vocabulary.ts'
import { spanOfWeek } from './calendar-week.ts'
import type { CareRules } from './care-rules.ts'
import type { LocalNow, MinutesOfWeek } from './weekly-minutes.ts'

const minuteMs = 60_000

/** A group that meets by a schedule, and how long without its breaks. */
export interface PlanningGroup extends MeetingGroup {
  /** Whether it belongs to the program that asks for the hours. What is planned beside it is told, and counts nothing. */
  readonly countsHours: boolean
  readonly agenda: readonly Pick<Phase, 'kind' | 'minutes'>[]
}

/** A session that is not over: what of it is still to come. Times in milliseconds. */
export interface OpenSession extends SessionInTime {
  readonly stage: 'prepared' | 'running' | 'paused'
  readonly lengthMinutes: number
  /** Since its start, up to its last event; 0 before it. */
  readonly elapsedMs: number
  /** What its agenda still has of breaks. */
  readonly breakAheadMs: number
}

/** Something to come until the week's end, and what it counts; nothing beside the program, and where they are known not to be there. */
export interface PlannedTime {
  readonly groupId: GroupId
  readonly startMs: number
  readonly countedMs: number
  /** What stands for them on the list of a session that was prepared: *excused* and *absent* count nothing. */
  readonly presence: Presence | null
}

/** The current week, in milliseconds: what was attended, what is planned until its end, and what is then still missing. */
export interface WeekProjection {
  readonly startsOn: string
  readonly attendedMs: number
  readonly plannedMs: number
  readonly expectedMs: number
  readonly targetMs: number
  /** Missing even when everything planned is attended, in whole minutes rounded up; 0 when it is enough. */
  readonly toFindMs: number
  /** Soonest first. */
  readonly planned: readonly PlannedTime[]
}

/**
 * Whatever the groups have planned from now until the week's end, for everybody: the meetings of their schedules, and
 * sessions that were prepared outside of them or are going on. A meeting that goes on over the week's end counts whole,
 * as a session does.
 */
export function plannedInWeek(
  startsOn: string,
  groups: readonly PlanningGroup[],
  sessions: { readonly open: readonly OpenSession[]; readonly known: readonly SessionInTime[] },
  rules: CareRules,
  now: LocalNow,
): readonly PlannedInWeek[] {
  const { toMs } = spanOfWeek(startsOn, now.zone)
  const meetings = comingMeetings(groups, sessions.known, now).map(({ group, startMs, preparedId }) => {
    const prepared = sessions.open.find(({ sessionId }) => sessionId === preparedId)
    return prepared === undefined
      ? { groupId: group.id, sessionId: null, startMs, countedMs: lengthOf(group, rules) }
      : toPlanned(prepared, startMs, rules)
  })
  const beside = new Set(groups.filter(({ countsHours }) => !countsHours).map(({ id }) => id))
  const taken = new Set(meetings.map(({ sessionId }) => sessionId))
  const others = sessions.open.flatMap((session) => {
    const startMs = session.startedAtMs ?? session.plannedStartMs
    if (taken.has(session.sessionId) || startMs === null || isOver(session, now)) return []
    return [toPlanned(session, startMs, rules)]
  })
  return [...meetings, ...others]
    .filter(({ startMs }) => startMs < toMs)
    .map((planned) => (beside.has(planned.groupId) ? { ...planned, countedMs: 0 } : planned))
    .toSorted((a, b) => a.startMs - b.startMs || (a.groupId < b.groupId ? -1 : 1))
}

/** Something to come; of a session that exists, which one. */
export interface PlannedInWeek extends Omit<PlannedTime, 'presence'> {
  readonly sessionId: SessionId | null
}

/** One member's current week. `presences`: how they stand on the lists of sessions that are not over. */
export function projectWeek(
  week: Pick<MinutesOfWeek, 'startsOn' | 'countedMs' | 'targetMs'>,
  planned: readonly PlannedInWeek[],
  groupIds: readonly GroupId[],
  presences: ReadonlyMap<SessionId, Presence>,
): WeekProjection {
  const own = planned.flatMap(({ sessionId, groupId, startMs, countedMs }): PlannedTime[] => {
    const presence = sessionId === null ? null : (presences.get(sessionId) ?? null)
    if (presence === null && !groupIds.includes(groupId)) return []
    const isExpected = presence === null || isAwaited(presence)
    return [{ groupId, startMs, countedMs: isExpected ? countedMs : 0, presence }]
  })
  const plannedMs = own.reduce((sum, { countedMs }) => sum + countedMs, 0)
  const expectedMs = week.countedMs + plannedMs
  return {
    startsOn: week.startsOn,
    attendedMs: week.countedMs,
    plannedMs,
    expectedMs,
    targetMs: week.targetMs,
    toFindMs: Math.max(0, Math.ceil((week.targetMs - expectedMs) / minuteMs)) * minuteMs,
    planned: own,
  }
}

function toPlanned(session: OpenSession, startMs: number, { countsBreaks }: CareRules): PlannedInWeek {
  const { groupId, sessionId, lengthMinutes, elapsedMs, breakAheadMs } = session
  const breakMs = countsBreaks ? 0 : breakAheadMs
  return {
    groupId,
    sessionId,
    startMs,
    countedMs: Math.max(0, lengthMinutes * minuteMs - elapsedMs - breakMs),
  }
}

function lengthOf({ lengthMinutes, agenda }: PlanningGroup, { countsBreaks }: CareRules): number {
  const breaks = agenda.reduce((sum, { kind, minutes }) => sum + (kind === 'break' ? minutes : 0), 0)
  return Math.max(0, lengthMinutes - (countsBreaks ? 0 : breaks)) * minuteMs
}

/** Prepared for a time that has passed, and never started. */
function isOver({ stage, plannedStartMs, lengthMinutes }: OpenSession, now: LocalNow): boolean {
  return (
    stage === 'prepared' && plannedStartMs !== null && plannedStartMs + lengthMinutes * minuteMs <= now.wallMs
  )
}

function isAwaited(presence: Presence): boolean {
  switch (presence) {
    case 'expected':
    case 'delayed':
    case 'present':
    case 'out':
      return true
    case 'left':
    case 'excused':
    case 'absent':
    case 'substituted':
      return false
  }
}
