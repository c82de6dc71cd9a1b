import { moveDay } from '../../src/shared/care/calendar-week.ts'
import { defaultCareRules } from '../../src/shared/care/care-rules.ts'
import { weeksOf } from '../../src/shared/care/weekly-minutes.ts'
import {
  goalIdSchema,
  groupIdSchema,
  personIdSchema,
  scaleResultIdSchema,
  sessionIdSchema,
} from '../../src/shared/ids.ts'
import type { Goal } from '../../src/shared/ipc/goal-calls.ts'
import { hoursOfMemberSchema, type HoursOfMember } from '../../src/shared/ipc/hours-calls.ts'
import type { MemberSession } from '../../src/shared/ipc/member-calls.ts'
import type { Measure } from '../../src/shared/measures/measure.ts'
import { proposedMeasures } from '../../src/shared/measures/measure.ts'
import type { ScaleResult } from '../../src/shared/measures/scale-result.ts'
import { windowOf, type Span } from '../../src/shared/member-review/member-window.ts'
import type { DocumentStamp } from '../../src/shared/record/document-stamp.ts'
import type { GroupOverTimeFacts } from '../../src/shared/record/group-over-time.ts'
import type { MemberProgressFacts } from '../../src/shared/record/member-progress.ts'

/** A member and a group over many weeks, for the tests of what is printed: invented people, and days that stand still. */

export function overTimeStamp(kind: 'member-progress' | 'group-over-time'): DocumentStamp {
  return {
    kind,
    sessionId: null,
    personId: null,
    code: '7K2Q',
    version: 2,
    contentHash: '4e91c07a1b2c3d4e'.repeat(4),
    fileName: `2026-11-20-7K2Q-${kind === 'member-progress' ? 'progress' : 'group'}.pdf`,
  }
}

const zone = 'America/Chicago'
const asOf = '2026-11-20'
const minuteMs = 60_000

/** The same id for the same word, whenever the tests run. */
function idFrom(word: string): string {
  const digits = Array.from(word, (letter) => letter.charCodeAt(0).toString(16)).join('')
  return `${digits.padEnd(32, '0').slice(0, 8)}-0000-4000-8000-${digits.slice(-12).padStart(12, '0')}`
}

const groups = [
  { groupId: groupIdSchema.parse(idFrom('tue')), name: 'Riverside Evening Circle' },
  { groupId: groupIdSchema.parse(idFrom('thu')), name: 'Skills on Thursday' },
] as const

const [craving, mood] = proposedMeasures('relapse-prevention')
const measures: readonly Measure[] = [
  { id: mood, name: 'Mood', better: 'higher' } as const,
  { id: craving, name: 'Craving', better: 'lower' } as const,
].flatMap(({ id, ...rest }) => (id === undefined ? [] : [{ id, ...rest, isBuiltIn: true, isRetired: false }]))

/** Three evenings a week; one of them away now and then, and one of them passed over by choice. */
function sessionsOf(weekCount: number): MemberSession[] {
  const monday = '2026-11-16'
  return Array.from({ length: weekCount * 3 }, (_, index): MemberSession => {
    const week = weekCount - 1 - Math.floor(index / 3)
    const evening = index % 3
    const day = moveDay(monday, -7 * week + 1 + evening)
    const isAway = index % 11 === 5
    const hasPassed = index === weekCount * 3 - 5
    const step = Math.floor(index / 3)
    return {
      sessionId: sessionIdSchema.parse(idFrom(`s${index}-session`)),
      groupId: groups[evening === 1 ? 1 : 0].groupId,
      number: 40 + index,
      startedAtMs: Date.parse(`${day}T18:00:00-06:00`),
      observation: 'floor',
      wasObserved: true,
      presence: isAway ? 'excused' : 'present',
      presentMs: isAway ? 0 : (190 - (index % 4) * 4) * minuteMs,
      breakMs: isAway ? 0 : 10 * minuteMs,
      talkMs: isAway ? 0 : (6 + (index % 5)) * minuteMs,
      turns: isAway || hasPassed ? 0 : 3 + ((index * 5) % 4) + Math.floor(step / 5),
      samplesHeard: 0,
      marks: hasPassed ? [{ mark: 'passed', count: 1 }] : [],
      checkIns:
        isAway || evening === 1
          ? []
          : measures.map(({ id, better }) => {
              const changed = Math.floor(step / 3) % 6
              const start = better === 'higher' ? 3 + changed : 8 - changed
              return { measureId: id, start, end: Math.max(0, start + (better === 'higher' ? 2 : -3)) }
            }),
    }
  }).filter(({ startedAtMs }) => startedAtMs < Date.parse(`${asOf}T12:00:00-06:00`))
}

function hoursOf(sessions: readonly MemberSession[]): HoursOfMember {
  const now = { wallMs: Date.parse(`${asOf}T12:00:00-06:00`), zone }
  const care = {
    adolescent: [],
    enrolled: [{ from: '2026-01-05', until: null }],
    beside: [],
    exempt: [],
    individual: [],
  }
  const weeks = weeksOf(
    sessions.map((session) => ({ ...session, countsHours: true })),
    care,
    defaultCareRules,
    now,
  )
  const current = weeks.at(-1)
  return hoursOfMemberSchema.parse({
    countsBreaks: false,
    weeks,
    projection: {
      startsOn: current?.startsOn,
      attendedMs: current?.countedMs,
      plannedMs: 0,
      expectedMs: current?.countedMs,
      targetMs: current?.targetMs,
      toFindMs: 0,
      planned: [],
    },
  })
}

const enteredById = personIdSchema.parse(idFrom('nora'))

function score(scale: 'phq-9' | 'gad-7', takenOn: string, total: number, item9: number | null): ScaleResult {
  return {
    resultId: scaleResultIdSchema.parse(idFrom(`${takenOn}${scale}`)),
    personId: personIdSchema.parse(idFrom('dee')),
    scale,
    name: scale === 'phq-9' ? 'PHQ-9' : 'GAD-7',
    lowest: 0,
    highest: scale === 'phq-9' ? 27 : 21,
    takenOn,
    total,
    items: null,
    item9,
    difficulty: null,
    enteredAtMs: 0,
    enteredById,
    correctsId: null,
    correctedById: null,
    isStruck: false,
    followUpId: null,
  }
}

const scales = [
  score('phq-9', '2026-09-02', 16, 1),
  score('phq-9', '2026-09-30', 13, 0),
  score('phq-9', '2026-10-28', 11, 0),
  score('phq-9', '2026-11-18', 8, 0),
  score('gad-7', '2026-09-02', 14, null),
  score('gad-7', '2026-10-14', 12, null),
  score('gad-7', '2026-11-18', 7, null),
]

function goal(word: string, text: string, rest: Partial<Goal> = {}): Goal {
  return {
    goalId: goalIdSchema.parse(idFrom(word)),
    personId: personIdSchema.parse(idFrom('dee')),
    parentId: null,
    text,
    isOpen: true,
    isSetAside: false,
    isAddressed: true,
    ...rest,
  }
}

const evenings = goal('evenings', 'Get through Friday evenings without using')
const goals = [
  evenings,
  goal('call', 'Call somebody before eight', { parentId: evenings.goalId }),
  goal('sleep', 'Sleep six hours on most nights', { isOpen: false }),
]

function said(day: string, text: string, progress: string, under: string | null = null) {
  const startedAtMs = Date.parse(`${day}T18:00:00-06:00`)
  return { sessionId: sessionIdSchema.parse(idFrom(`${day}said`)), startedAtMs, text, under, progress }
}

const progress = [
  said('2026-11-17', evenings.text, 'Three Fridays in a row now; says the first hour is the hard one.'),
  said('2026-11-17', 'Call somebody before eight', 'Called on two of three evenings.', evenings.text),
  said('2026-10-20', evenings.text, 'Left early once, and stayed the other two.'),
  said('2026-10-13', 'Sleep six hours on most nights', 'Six to seven hours since the second week.'),
]

/** Everything about one member that a page of theirs can show. */
export function memberProgress(
  changed: Partial<MemberProgressFacts> = {},
  weekCount = 12,
  span: Span = { kind: 'now' },
): MemberProgressFacts {
  const sessions = sessionsOf(weekCount)
  const firstMs = sessions[0]?.startedAtMs ?? null
  return {
    clinic: 'Harbor Street Outpatient',
    part2: 'part2',
    consent: { kind: 'chart' },
    member: { name: 'Dee Sample', chartId: '0417', role: 'member' },
    asOf,
    window: windowOf(span, { zone, today: asOf, weekStartsOn: 1, firstMs }),
    groups,
    sessions,
    measures,
    hours: hoursOf(sessions),
    exemptions: [{ from: '2026-10-05', until: '2026-10-11', reason: 'holiday' }],
    scales,
    goals,
    progress,
    ...changed,
  }
}

const weekOfGroup = (index: number) => {
  const listed = index < 5 ? 11 : 10
  const came = index === 7 ? 0 : listed - ((index * 3) % 4)
  return {
    startsOn: moveDay('2026-11-16', -7 * index),
    sessions: index === 7 ? 0 : 2,
    listed: index === 7 ? 0 : listed,
    came,
    cameToAll: Math.max(0, came - 1),
    cameAgain: index === 7 ? null : { count: Math.max(0, came - (index % 3)), of: came },
  }
}

const phase = (name: string, plannedMinutes: number, usual: readonly [number, number], leftOut = 0) => ({
  name,
  kind: 'plain' as const,
  plannedMinutes,
  held: 22 - leftOut,
  leftOut,
  shortestMs: Math.max(1, usual[0] - 3) * minuteMs,
  usualFromMs: usual[0] * minuteMs,
  usualToMs: usual[1] * minuteMs,
  longestMs: (usual[1] + 5) * minuteMs,
})

const days = (...isoDays: readonly string[]) => isoDays.map((day) => Date.parse(`${day}T18:00:00-06:00`))

/** A group that met twice a week, but for one week. */
export function groupOverTime(changed: Partial<GroupOverTimeFacts> = {}, weekCount = 12): GroupOverTimeFacts {
  return {
    clinic: 'Harbor Street Outpatient',
    groupName: 'Riverside Evening Circle',
    groupType: 'relapse-prevention',
    part2: 'part2',
    zone,
    asOf,
    sessionCount: 22,
    withoutTopic: 3,
    weeks: Array.from({ length: weekCount }, (_, index) => weekOfGroup(weekCount - 1 - index)),
    phases: [
      phase('Opening', 5, [4, 6]),
      phase('Use and craving check-in round', 10, [12, 17]),
      phase('Topic: what keeps an evening safe', 30, [26, 31]),
      phase('Break', 10, [9, 10], 2),
      phase('Plan and home practice', 15, [8, 12], 4),
      phase('Close', 5, [5, 5]),
    ],
    topics: [
      { topic: 'High-risk evenings', startedAtMs: days('2026-11-17', '2026-10-20', '2026-09-08') },
      { topic: 'Urge surfing', startedAtMs: days('2026-11-12') },
      { topic: null, startedAtMs: days('2026-11-10') },
      { topic: 'Telling the family', startedAtMs: days('2026-11-03', '2026-09-22') },
      { topic: 'Sleep without a glass', startedAtMs: days('2026-10-27') },
    ],
    composition: '10 members, 2 of them counted as adolescents, and 1 relative.',
    takenPlaces: 11,
    waitingCount: 2,
    capacity: 12,
    membership: 'open',
    rules: { fewestMembers: 6, mostMembers: 12 },
    ...changed,
  }
}
