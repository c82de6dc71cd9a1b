import { sessionIdSchema } from '../../src/shared/ids.ts'
import type { AttendanceSheetFacts, Attended, SignIn } from '../../src/shared/record/attendance-sheet.ts'
import type { Attendance } from '../../src/shared/record/attendance.ts'
import type { DocumentStamp } from '../../src/shared/record/document-stamp.ts'
import type { SupervisionSummary } from '../../src/shared/record/supervision-summary.ts'

const minuteMs = 60_000
const sessionId = sessionIdSchema.parse('5b1c0a52-8f0e-4a53-9c1e-7d8ea3f2a9c1')
const startedAtMs = Date.parse('2026-11-24T18:00:00-05:00')
const endedAtMs = startedAtMs + 91 * minuteMs

/** Invented names of every kind that a list has to bear. */
const names = [
  'Anouk Sample',
  'Bertil',
  'Cosima-Maximiliane von Hohenstein-Wartenberg',
  'Dagny',
  'أمينة بنت عبد الرحمن',
  'Fintan',
  'Gudrun',
  'Hamish',
  'Isolde',
  'Jowita',
  '山田花子',
  'Lev',
] as const

function nameAt(index: number): string {
  const name = names[index % names.length] ?? ''
  return index < names.length ? name : `${name} ${index}`
}

const whole: Attendance = {
  kind: 'came',
  isWalkIn: false,
  arrivedAtMs: startedAtMs - 3 * minuteMs,
  lateMinutes: 0,
  absences: [],
  departure: null,
  minutes: 91,
  minutesWithoutBreaks: 81,
}

const attendances: readonly Attendance[] = [
  whole,
  {
    ...whole,
    arrivedAtMs: startedAtMs + 9 * minuteMs,
    lateMinutes: 9,
    minutes: 82,
    minutesWithoutBreaks: 72,
  },
  {
    ...whole,
    absences: [{ kind: 'out', fromMs: startedAtMs + 52 * minuteMs, toMs: startedAtMs + 56 * minuteMs }],
    minutes: 87,
    minutesWithoutBreaks: 77,
  },
  {
    ...whole,
    departure: { kind: 'left', atMs: startedAtMs + 70 * minuteMs },
    minutes: 70,
    minutesWithoutBreaks: 60,
  },
  { kind: 'away', presence: 'absent' },
  { kind: 'away', presence: 'excused' },
  { kind: 'away', presence: 'substituted' },
  whole,
  {
    ...whole,
    isWalkIn: true,
    arrivedAtMs: startedAtMs + 12 * minuteMs,
    lateMinutes: 12,
    minutes: 79,
    minutesWithoutBreaks: 69,
  },
]

export function attended(count = 12, change: Partial<Attended> = {}): Attended {
  return {
    kind: 'attended',
    startedAtMs,
    endedAtMs,
    enteredLateAtMs: null,
    elapsedMs: 91 * minuteMs,
    breakMs: 10 * minuteMs,
    people: Array.from({ length: count }, (_, index) => ({
      label: nameAt(index),
      role: 'member',
      attendance: attendances[index % attendances.length] ?? whole,
    })),
    ...change,
  }
}

export function signIn(count = 12, change: Partial<SignIn> = {}): SignIn {
  return {
    kind: 'sign-in',
    plannedStartMs: startedAtMs,
    lengthMinutes: 90,
    printedAtMs: startedAtMs - 60 * minuteMs,
    people: Array.from({ length: count }, (_, index) => ({
      label: nameAt(index),
      role: 'member',
      presence: index === 3 ? 'excused' : 'expected',
    })),
    ...change,
  }
}

export function attendanceSheet(
  session: Attended | SignIn,
  change: Partial<AttendanceSheetFacts> = {},
): AttendanceSheetFacts {
  return {
    sessionId,
    clinic: 'Harbor Street Outpatient',
    groupName: 'Riverside Evening Circle',
    groupType: 'relapse-prevention',
    part2: 'part2',
    modality: 'in-person',
    number: 14,
    topic: 'High-risk evenings',
    zone: 'America/New_York',
    facilitators: [
      { name: 'Nora Field', credentials: 'LCSW', role: 'lead' },
      { name: 'Maya Reed', credentials: 'LPC, CADC', role: 'co-lead' },
    ],
    session,
    ...change,
  }
}

function phase(name: string, plannedMinutes: number, fromMinutes: number, actualMinutes: number) {
  return {
    name,
    kind: 'plain',
    isProtected: false,
    plannedMinutes,
    actualMs: actualMinutes * minuteMs,
    enteredAtMs: fromMinutes * minuteMs,
    skipReason: null,
  } as const
}

export function supervisionSummary(change: Partial<SupervisionSummary> = {}): SupervisionSummary {
  return {
    sessionId,
    clinic: 'Harbor Street Outpatient',
    groupName: 'Riverside Evening Circle',
    groupType: 'relapse-prevention',
    part2: 'part2',
    number: 14,
    topic: 'High-risk evenings',
    zone: 'America/New_York',
    startedAtMs,
    endedAtMs,
    enteredLateAtMs: null,
    scheduledMinutes: 90,
    elapsedMs: 91 * minuteMs,
    breakMs: 0,
    facilitators: [
      {
        name: 'Nora Field',
        credentials: 'LCSW',
        role: 'lead',
        interventions:
          'Motivational interviewing about the last two evenings; asked Member 3 twice for the hour.',
      },
      {
        name: 'Maya Reed',
        credentials: 'LPC, CADC',
        role: 'co-lead',
        interventions: 'Two minutes of urge surfing and a refusal role-play in pairs.',
      },
    ],
    attendance: {
      expected: 12,
      came: 10,
      late: 2,
      leftEarly: 1,
      walkIns: 0,
      excused: 1,
      noShow: 1,
      seenAlone: 0,
    },
    guestCount: 0,
    phases: [
      phase('Opening and agreements', 5, 0, 5),
      phase('Use and craving check-in round', 10, 5, 12),
      phase('Topic', 15, 17, 16),
      phase('Discussion', 30, 33, 27),
      phase('High-risk situations', 20, 60, 20),
      phase('Plan until next session', 5, 80, 6),
      { ...phase('Check-out round', 5, 86, 5), isProtected: true },
    ],
    talk: {
      groupMs: 91 * minuteMs,
      membersMs: 52 * minuteMs,
      facilitatorsMs: 21 * minuteMs,
      severalMs: 6 * minuteMs,
      silenceMs: 9 * minuteMs,
      unobservedMs: 3 * minuteMs,
    },
    sampling: null,
    handovers: [
      { from: 'Member 2', to: 'Member 5', count: 6 },
      { from: 'Nora Field', to: 'Member 1', count: 4 },
      { from: 'Member 5', to: 'Maya Reed', count: 3 },
    ],
    rounds: [
      { name: 'Use and craving check-in round', peopleCount: 10, goneCount: 10, passedCount: 1 },
      { name: 'Check-out round', peopleCount: 10, goneCount: 9, passedCount: 0 },
    ],
    people: Array.from({ length: 10 }, (_, index) => ({
      label: `Member ${index + 1}`,
      marks:
        index % 3 === 2
          ? []
          : [
              { mark: 'shared', count: 1 + (index % 3) },
              { mark: 'skill', count: 1 },
            ],
      checkIns: [
        { measure: 'Mood', start: 4, end: 6 },
        { measure: 'Craving', start: 7, end: index % 2 === 0 ? 4 : null },
      ],
    })),
    followUps: [
      { label: 'Member 7', openedAtMs: startedAtMs + 51 * minuteMs, closedAtMs: endedAtMs + 20 * minuteMs },
      { label: 'Member 2', openedAtMs: startedAtMs + 62 * minuteMs, closedAtMs: null },
    ],
    groupProcess:
      'The group moved from describing evenings to comparing ways home. Member 4 asked for the role-play to be run again. [A sentence is left out: it could name somebody.]',
    plan: 'Everyone brings one evening to plan.',
    homePractice: 'Two minutes of urge surfing a day.',
    notes: {
      owedCount: 10,
      signedCount: 7,
      awaitingCount: 2,
      overdueCount: 0,
      dueMs: Date.parse('2026-11-28T00:00:00-05:00'),
    },
    ...change,
  }
}

export function paperStamp(kind: 'attendance-sheet' | 'supervision-summary'): DocumentStamp {
  return {
    kind,
    sessionId,
    personId: null,
    code: '5AE1',
    version: 1,
    contentHash: '4e91c07a1b2c3d4e'.repeat(4),
    fileName: `2026-11-24-5AE1-${kind}.pdf`,
  }
}
