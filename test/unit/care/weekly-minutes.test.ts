import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCareRules, type CareRules } from '../../../src/shared/care/care-rules.ts'
import {
  weeksOf,
  type AttendedSession,
  type CareOfMember,
  type MinutesOfWeek,
} from '../../../src/shared/care/weekly-minutes.ts'

const zone = 'America/Chicago'
const hourMs = 3_600_000
// Thursday, 12:00 in Chicago.
const now = { wallMs: Date.parse('2026-11-19T18:00:00Z'), zone }
const forYears: CareOfMember = {
  adolescent: [],
  enrolled: [{ from: '2026-01-01', until: null }],
  beside: [],
  exempt: [],
  individual: [],
}

function session(at: string, hours: number, breakHours = 0): AttendedSession {
  return {
    startedAtMs: Date.parse(at),
    presentMs: hours * hourMs,
    breakMs: breakHours * hourMs,
    countsHours: true,
  }
}

function weekIn(weeks: readonly MinutesOfWeek[], startsOn: string): MinutesOfWeek | undefined {
  return weeks.find((week) => week.startsOn === startsOn)
}

function weekOn(
  startsOn: string,
  sessions: readonly AttendedSession[],
  care: Partial<CareOfMember> = {},
  rules: Partial<CareRules> = {},
): MinutesOfWeek | undefined {
  return weekIn(weeksOf(sessions, { ...forYears, ...care }, { ...defaultCareRules, ...rules }, now), startsOn)
}

describe('the minutes of a week', () => {
  const nineAndABreak = [
    session('2026-11-10T00:00:00Z', 3, 0.5),
    session('2026-11-12T00:00:00Z', 3, 0.5),
    session('2026-11-14T00:00:00Z', 3, 0.5),
  ]

  it('leave breaks out unless the clinic counts them', () => {
    expect(weekOn('2026-11-09', nineAndABreak)).toMatchObject({
      sessions: 3,
      presentMs: 9 * hourMs,
      breakMs: 1.5 * hourMs,
      countedMs: 7.5 * hourMs,
      status: 'short',
    })
    expect(weekOn('2026-11-09', nineAndABreak, {}, { countsBreaks: true })).toMatchObject({
      countedMs: 9 * hourMs,
      status: 'met',
    })
  })

  it('count the time in the groups of the program alone', () => {
    const support = { ...session('2026-11-15T00:00:00Z', 2, 0.5), countsHours: false }
    expect(weekOn('2026-11-09', [...nineAndABreak, support])).toMatchObject({
      sessions: 4,
      presentMs: 11 * hourMs,
      breakMs: 2 * hourMs,
      besideMs: 1.5 * hourMs,
      countedMs: 7.5 * hourMs,
    })
  })

  it('hold individual work in place of group', () => {
    const care = { individual: [{ on: '2026-11-15', minutes: 90 }] }
    expect(weekOn('2026-11-09', nineAndABreak, care)).toMatchObject({
      individualMs: 1.5 * hourMs,
      countedMs: 9 * hourMs,
      status: 'met',
    })
  })

  it('are asked of adolescents by their own hours, in the week of their birthday too', () => {
    const adolescent = [{ from: '2026-01-01', until: '2026-11-10' }]
    expect(weekOn('2026-11-09', nineAndABreak, { adolescent })).toMatchObject({
      targetMs: 6 * hourMs,
      status: 'met',
    })
    expect(weekOn('2026-11-16', nineAndABreak, { adolescent })).toMatchObject({ targetMs: 9 * hourMs })
  })

  it('belong to the week that the session started in, though it ended in the next', () => {
    // Sunday 23:00 to Monday 02:00 in Chicago.
    const night = [session('2026-11-16T05:00:00Z', 3)]
    expect(weekOn('2026-11-09', night)).toMatchObject({ presentMs: 3 * hourMs })
    expect(weekOn('2026-11-16', night)).toMatchObject({ presentMs: 0 })
  })
})

describe('what becomes of a week that did not reach its hours', () => {
  it.each([
    ['short when it was asked and is over', {}, 'short'],
    [
      'exempt when an exemption touches it',
      { exempt: [{ from: '2026-11-15', until: '2026-11-15' }] },
      'exempt',
    ],
    [
      'partial when they joined in its course',
      { enrolled: [{ from: '2026-11-11', until: null }] },
      'partial',
    ],
    [
      'partial when they left in its course',
      { enrolled: [{ from: '2026-01-01', until: '2026-11-13' }] },
      'partial',
    ],
    [
      'whole when they went from one group to another',
      {
        enrolled: [
          { from: '2026-01-01', until: '2026-11-11' },
          { from: '2026-11-12', until: null },
        ],
      },
      'short',
    ],
    [
      'beside when they were in groups beside the program alone',
      { enrolled: [], beside: [{ from: '2026-01-01', until: null }] },
      'beside',
    ],
    [
      'partial when they came from beside the program into it',
      {
        enrolled: [{ from: '2026-11-12', until: null }],
        beside: [{ from: '2026-01-01', until: null }],
      },
      'partial',
    ],
    ['away when they were enrolled on none of its days', { enrolled: [] }, 'away'],
  ] as const)('is %s', (_, care, status) => {
    const older = [session('2026-10-07T00:00:00Z', 1)]
    expect(weekOn('2026-11-09', older, care)?.status).toBe(status)
  })

  it('is open while the week goes on', () => {
    expect(weekOn('2026-11-16', [])?.status).toBe('open')
    expect(weekOn('2026-11-16', [session('2026-11-16T15:00:00Z', 9)])?.status).toBe('met')
  })

  it('asks nothing where the clinic asks for no hours', () => {
    expect(weekOn('2026-11-09', [], {}, { adultMinutes: 0 })?.status).toBe('met')
  })
})

it('shows a member who never came their weeks all the same', () => {
  const care = { ...forYears, enrolled: [{ from: '2026-11-04', until: null }] }
  const weeks = weeksOf([], care, defaultCareRules, now)
  expect(weeks.map(({ startsOn, status }) => [startsOn, status])).toEqual([
    ['2026-11-02', 'partial'],
    ['2026-11-09', 'short'],
    ['2026-11-16', 'open'],
  ])
})

it('leaves out no week and counts every millisecond once', () => {
  const sessions = fc.array(
    fc
      .record({
        startedAtMs: fc.integer({ min: Date.parse('2024-01-01'), max: now.wallMs }),
        presentMs: fc.integer({ min: 0, max: 4 * hourMs }),
        breakShare: fc.double({ min: 0, max: 1, noNaN: true }),
        countsHours: fc.boolean(),
      })
      .map(({ breakShare, ...rest }) => ({ ...rest, breakMs: Math.floor(rest.presentMs * breakShare) })),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(
      sessions,
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (attended, weekStartsOn, countsBreaks) => {
        const rules = { ...defaultCareRules, weekStartsOn, countsBreaks }
        const weeks = weeksOf(attended, { ...forYears, enrolled: [] }, rules, now)
        const sumOf = (pick: (week: MinutesOfWeek) => number) =>
          weeks.reduce((sum, week) => sum + pick(week), 0)
        const presentMs = attended.reduce((sum, one) => sum + one.presentMs, 0)
        const breakMs = attended.reduce((sum, one) => sum + one.breakMs, 0)
        expect(sumOf((week) => week.presentMs)).toBe(presentMs)
        expect(sumOf((week) => week.breakMs)).toBe(breakMs)
        const allMs = countsBreaks ? presentMs : presentMs - breakMs
        expect(sumOf((week) => week.countedMs + week.besideMs)).toBe(allMs)
        const beside = attended.filter(({ countsHours }) => !countsHours)
        const besideMs = beside.reduce(
          (sum, one) => sum + one.presentMs - (countsBreaks ? 0 : one.breakMs),
          0,
        )
        expect(sumOf((week) => week.besideMs)).toBe(besideMs)
        const days = weeks.map(({ startsOn }) => Date.parse(startsOn))
        expect(
          days.every((day, index) => index === 0 || day - (days[index - 1] ?? 0) === 7 * 24 * hourMs),
        ).toBe(true)
      },
    ),
  )
})
