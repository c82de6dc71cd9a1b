import { describe, expect, it } from 'vitest'
import { checkInModel } from '../../../src/shared/member-review/check-in-plot.ts'
import { hoursModel, reasonsOf } from '../../../src/shared/member-review/hours-plot.ts'
import {
  atDay,
  hasEarlier,
  hasLater,
  moved,
  windowOf,
  windowWords,
  type Span,
} from '../../../src/shared/member-review/member-window.ts'
import { axisWeeks } from '../../../src/shared/plots/axis.ts'
import { placeSessions } from '../../../src/shared/member-review/place-sessions.ts'
import { turnsModel, watchedGroups } from '../../../src/shared/member-review/turns-plot.ts'
import { groupIdSchema, personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { hoursOfMemberSchema, type HoursOfMember } from '../../../src/shared/ipc/hours-calls.ts'
import type { MemberSession } from '../../../src/shared/ipc/member-calls.ts'
import { scaleResultSchema, type ScaleResult } from '../../../src/shared/measures/scale-result.ts'
import { scaleModels } from '../../../src/shared/member-review/scale-plot.ts'
import { isBuiltInMeasure, proposedMeasures } from '../../../src/shared/measures/measure.ts'

const zone = 'America/Chicago'
const today = '2026-11-17'
const hourMs = 3_600_000
const groupId = groupIdSchema.parse('11111111-1111-4111-8111-111111111111')
const moodId = proposedMeasures('support')[0] ?? expect.unreachable()

function at(day: string): number {
  return Date.parse(`${day}T23:00:00Z`)
}

function windowTo(span: Span, firstDay: string | null = '2026-03-02') {
  return windowOf(span, { zone, today, weekStartsOn: 1, firstMs: firstDay === null ? null : at(firstDay) })
}

function session(day: string, rest: Partial<MemberSession> = {}): MemberSession {
  return {
    sessionId: sessionIdSchema.parse(crypto.randomUUID()),
    groupId,
    number: 1,
    startedAtMs: at(day),
    observation: 'floor',
    wasObserved: true,
    presence: 'present',
    presentMs: 90 * 60_000,
    breakMs: 0,
    talkMs: 5 * 60_000,
    turns: 4,
    samplesHeard: 0,
    marks: [],
    checkIns: [],
    ...rest,
  }
}

describe('the weeks that are shown', () => {
  it('are twelve to today, and others by twelve', () => {
    const now = windowTo({ kind: 'now' })
    expect([now.weeks.length, now.weeks[0], now.weeks.at(-1)]).toEqual([12, '2026-08-31', '2026-11-16'])
    expect(windowWords(now)).toBe('Twelve weeks to today')
    expect([hasEarlier(now), hasLater(now)]).toEqual([true, false])
    const before = windowTo(moved(now, -1))
    expect(before.weeks.at(-1)).toBe('2026-08-24')
    expect(windowWords(before)).toBe('Twelve weeks to August 30')
    expect(windowTo(moved(before, 1)).weeks).toEqual(now.weeks)
  })

  it('are all of them when that is asked for, and never fewer than twelve', () => {
    expect(windowWords(windowTo({ kind: 'all' }))).toBe('All 38 weeks')
    expect(windowTo({ kind: 'all' }, null).weeks).toHaveLength(12)
    expect(windowTo({ kind: 'all' }, '2006-11-20').weeks.length).toBeGreaterThan(1_000)
  })

  it('are labelled with the month where it begins, and with months and years where they are many', () => {
    const labels = axisWeeks(windowTo({ kind: 'now' })).map(({ label }) => label)
    expect(labels.slice(0, 6)).toEqual(['Aug 31', 'Sep 7', '14', '21', '28', 'Oct 5'])
    expect(axisWeeks(windowTo({ kind: 'all' }))[0]?.label).toBe('Mar 2026')
    expect(axisWeeks(windowTo({ kind: 'now' })).filter(({ isNow }) => isNow)).toHaveLength(1)
  })

  it('have a place for every day in them', () => {
    const now = windowTo({ kind: 'now' })
    expect(atDay(now, '2026-08-31')).toBeCloseTo(0.5 / 7)
    expect(atDay(now, '2026-11-22')).toBeCloseTo(12 - 0.5 / 7)
    expect(atDay(now, '2026-11-23')).toBeNull()
    expect(atDay(now, '2026-08-30')).toBeNull()
  })
})

function hoursOf(minutes: readonly number[], plannedMinutes = 0): HoursOfMember {
  const { weeks } = windowTo({ kind: 'now' })
  const shown = weeks.slice(-minutes.length)
  const targetMs = 9 * hourMs
  const countedOf = (index: number) => (minutes[index] ?? 0) * 60_000
  const current = countedOf(minutes.length - 1)
  const expectedMs = current + plannedMinutes * 60_000
  return hoursOfMemberSchema.parse({
    countsBreaks: false,
    weeks: shown.map((startsOn, index) => ({
      startsOn,
      sessions: 3,
      presentMs: countedOf(index),
      breakMs: 0,
      individualMs: 0,
      besideMs: 0,
      countedMs: countedOf(index),
      targetMs,
      status: countedOf(index) >= targetMs ? 'met' : index === shown.length - 1 ? 'open' : 'short',
    })),
    projection: {
      startsOn: shown.at(-1),
      attendedMs: current,
      plannedMs: plannedMinutes * 60_000,
      expectedMs,
      targetMs,
      toFindMs: Math.max(0, targetMs - expectedMs),
      planned: [{ groupId, startMs: at('2026-11-19'), countedMs: 0, presence: 'excused' }],
    },
  })
}

describe('hours attended', () => {
  const window = windowTo({ kind: 'now' })

  it('says what is expected, what is short, what is excused and what there is so far', () => {
    const { gutter, bars } = hoursModel(hoursOf([560, 247], 200), window, new Map())
    expect(gutter.map(({ words }) => words)).toEqual([
      '9 hours a week',
      '7:27 expected',
      '1:33 short',
      'Thursday excused',
      '4:07 so far',
    ])
    expect(bars.at(-1)).toMatchObject({ value: 247 / 60, expected: 447 / 60 })
    expect(bars.at(-1)?.isLight).toBe(false)
  })

  it('labels short weeks with their hours and why, and others not', () => {
    const { bars, values } = hoursModel(hoursOf([450, 560, 0]), window, new Map([['2026-11-02', 'holiday']]))
    expect(bars.map(({ label, caption, isLight }) => [label, caption, isLight])).toEqual([
      ['7:30', 'holiday', true],
      [undefined, undefined, false],
      [undefined, undefined, false],
    ])
    expect(values[0]).toMatchObject({ when: 'Week of November 2', words: '7:30 of 9 hours, holiday' })
  })

  it('draws the time in groups beside the program, and no line, where no hours are asked', () => {
    const hours = hoursOf([90, 90])
    const weeks = hours.weeks.map((week) => ({
      ...week,
      besideMs: week.countedMs,
      countedMs: 0,
      targetMs: 0,
      status: 'beside' as const,
    }))
    const projection = { ...hours.projection, attendedMs: 0, expectedMs: 0, targetMs: 0, toFindMs: 0 }
    const { bars, target, gutter, values, table } = hoursModel(
      { ...hours, weeks, projection },
      window,
      new Map(),
    )
    expect(bars.map(({ value, label }) => [value, label])).toEqual([
      [1.5, undefined],
      [1.5, undefined],
    ])
    expect(target).toBeNull()
    expect(gutter.map(({ words }) => words)).toEqual(['no hours asked'])
    expect(values[0]?.words).toBe('1:30 in groups, no hours asked')
    expect(table().rows[0]?.cells).toEqual([
      'Nov 16',
      '3',
      '1:30',
      '0:00',
      '1:30',
      '0:00',
      '0:00',
      '',
      'No hours asked',
    ])
  })

  it('has every number of the plot in its table', () => {
    const { table } = hoursModel(hoursOf([450, 560, 247], 200), window, new Map())
    expect(table().rows.map(({ cells }) => [cells[0], cells[5]])).toEqual([
      ['Nov 16', '4:07'],
      ['Nov 9', '9:20'],
      ['Nov 2', '7:30'],
    ])
  })

  it('knows why somebody was not there from the session’s list, or from an exemption', () => {
    const sessions = [session('2026-11-03', { presence: 'excused', presentMs: 0 })]
    const exempt = [{ from: '2026-11-11', until: '2026-11-12', reason: 'holiday' }]
    expect([...reasonsOf(sessions, exempt, window)]).toEqual([
      ['2026-11-02', 'excused'],
      ['2026-11-09', 'holiday'],
    ])
  })
})

describe('numbers at either end', () => {
  const mood = { id: moodId, name: 'Mood', better: 'higher', isBuiltIn: true, isRetired: false } as const
  const window = windowTo({ kind: 'now' })
  const given = (day: string, start: number | null, end: number | null) =>
    session(day, { checkIns: [{ measureId: moodId, start, end }] })

  it('are told of the session that they are from, and counted where both ends are known', () => {
    const sessions = [given('2026-11-03', 3, 6), given('2026-11-10', 5, 4), given('2026-11-12', 2, null)]
    const model = checkInModel(mood, placeSessions(sessions, window), zone)
    expect(isBuiltInMeasure(moodId)).toBe(true)
    expect(model?.note).toBe('higher at the end in 1 of 2 sessions')
    expect(model?.values.map(({ words }) => words)).toEqual([
      '3 at the start, 6 at the end',
      '5 at the start, 4 at the end',
      '2 at the start',
    ])
    expect(model?.gutter.map(({ words }) => words)).toEqual(['2 at the start'])
  })

  it('have no plot where none was given', () => {
    expect(checkInModel(mood, placeSessions([session('2026-11-03')], window), zone)).toBeNull()
    expect(checkInModel(mood, [], zone)).toBeNull()
  })
})

describe('turns', () => {
  const window = windowTo({ kind: 'now' })
  const weeks = ['2026-10-06', '2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10']
  const quiet = { turns: 0, marks: [{ mark: 'quiet', count: 1 }] } as const

  it('break at an ear where somebody listened by choice', () => {
    const sessions = weeks.map((day, index) =>
      session(day, index === 4 ? { ...quiet, marks: [...quiet.marks] } : { turns: 4 + index }),
    )
    const [watched] = watchedGroups(sessions, window)
    const model = turnsModel(sessions, watched ?? expect.unreachable(), window)
    expect(model.points.map(({ value }) => value)).toEqual([4, 5, 6, 7, null, 9])
    expect(model.ears).toHaveLength(1)
    expect(model.ears[0]?.value).toBeGreaterThanOrEqual(4)
    expect(model.values[4]?.words).toBe('listened by choice')
    expect(model.gutter.map(({ words }) => words)).toEqual(['9 on Tue, Nov 10', 'usually 4 to 7'])
  })

  it('compare sessions of one group with each other, and with those before the weeks that are shown', () => {
    const other = groupIdSchema.parse('22222222-2222-4222-8222-222222222222')
    const sessions = [
      ...['2026-08-04', '2026-08-11', '2026-08-18'].map((day) => session(day, { turns: 8 })),
      session('2026-11-02', { groupId: other, turns: 1 }),
      ...weeks.map((day) => session(day, { turns: 8 })),
    ]
    expect(watchedGroups(sessions, window).map((one) => one.groupId)).toEqual([groupId, other])
    const model = turnsModel(sessions, { groupId, observation: 'floor' }, window)
    expect(model.points).toHaveLength(weeks.length)
    expect(model.band.every(({ range }) => range?.from === 8 && range.to === 8)).toBe(true)
  })
})

describe('questionnaires', () => {
  const window = windowTo({ kind: 'now' })
  const personId = personIdSchema.parse(crypto.randomUUID())
  const result = (takenOn: string, total: number, item9: number | null): ScaleResult =>
    scaleResultSchema.parse({
      resultId: crypto.randomUUID(),
      personId,
      scale: 'phq-9',
      name: 'PHQ-9',
      lowest: 0,
      highest: 27,
      takenOn,
      total,
      items: null,
      item9,
      difficulty: null,
      enteredAtMs: 0,
      enteredById: personId,
      correctsId: null,
      correctedById: null,
      isStruck: false,
      followUpId: null,
    })

  it('are drawn with their cut-offs, their words and a flag where item 9 was above 0', () => {
    const [model] = scaleModels([result('2026-11-16', 9, 1), result('2026-09-07', 16, 0)], window)
    expect(model?.note).toBe('9 on Monday, down from 16')
    expect(model?.cutOffs).toEqual([5, 10, 15, 20])
    expect(model?.gutter.map(({ words }) => words)).toEqual([
      'mild',
      'moderate',
      'moderately severe',
      'severe',
    ])
    expect(model?.flags).toHaveLength(1)
    expect(model?.values.map(({ words }) => words)).toEqual([
      '16, moderately severe',
      '9, mild, item 9 answered with 1',
    ])
    expect(model?.table().rows[0]?.cells).toEqual(['Nov 16, 2026', '9', 'mild', '1'])
  })

  it('say so where none falls into the weeks that are shown', () => {
    const [model] = scaleModels([result('2026-02-02', 9, 0)], window)
    expect(model?.note).toBe('none in these weeks')
    expect(model?.values).toEqual([])
  })
})
