import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkInModel } from '../../../src/shared/member-review/check-in-plot.ts'
import { hoursModel } from '../../../src/shared/member-review/hours-plot.ts'
import { windowOf } from '../../../src/shared/member-review/member-window.ts'
import { placeSessions } from '../../../src/shared/member-review/place-sessions.ts'
import { turnsModel, watchedGroups } from '../../../src/shared/member-review/turns-plot.ts'
import { defaultCareRules } from '../../../src/shared/care/care-rules.ts'
import { weeksOf } from '../../../src/shared/care/weekly-minutes.ts'
import { groupIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { hoursOfMemberSchema } from '../../../src/shared/ipc/hours-calls.ts'
import type { MemberSession } from '../../../src/shared/ipc/member-calls.ts'
import { proposedMeasures } from '../../../src/shared/measures/measure.ts'
import { markSchema, observationSchema } from '../../../src/shared/session/vocabulary.ts'

// The numbers of the call are those of the log (test/core/member); these are the numbers of the call on the page.

const now = { wallMs: Date.UTC(2026, 10, 17, 23), zone: 'America/Chicago' }
const groupIds = ['1', '2'].map((digit) =>
  groupIdSchema.parse(`${digit.repeat(8)}-1111-4111-8111-${digit.repeat(12)}`),
)
const measureId = proposedMeasures('support')[0] ?? expect.unreachable()
const mood = { id: measureId, name: 'Mood', better: 'higher', isBuiltIn: true, isRetired: false } as const
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const number = fc.option(fc.nat({ max: 10 }))
const session = fc
  .record({
    groupId: fc.constantFrom(...groupIds),
    observation: fc.constantFrom(...observationSchema.options),
    wasObserved: fc.boolean(),
    daysAgo: fc.nat({ max: 400 }),
    presentMinutes: fc.nat({ max: 180 }),
    breakMinutes: fc.nat({ max: 20 }),
    turns: fc.nat({ max: 12 }),
    samplesHeard: fc.nat({ max: 12 }),
    marks: fc.uniqueArray(fc.constantFrom(...markSchema.options), { maxLength: 2 }),
    numbers: fc.option(fc.tuple(number, number).filter(([start, end]) => start !== null || end !== null)),
    id: fc.uuid({ version: 4 }),
  })
  .map(({ daysAgo, presentMinutes, breakMinutes, marks, numbers, id, ...rest }): MemberSession => ({
    ...rest,
    sessionId: sessionIdSchema.parse(id),
    number: 1,
    startedAtMs: now.wallMs - daysAgo * dayMs,
    presence: 'present',
    presentMs: (presentMinutes + breakMinutes) * minuteMs,
    breakMs: breakMinutes * minuteMs,
    talkMs: 0,
    marks: marks.map((mark) => ({ mark, count: 1 })),
    checkIns: numbers === null ? [] : [{ measureId, start: numbers[0], end: numbers[1] }],
  }))
const history = fc
  .uniqueArray(session, { maxLength: 40, selector: ({ sessionId }) => sessionId })
  .map((sessions) => sessions.toSorted((a, b) => a.startedAtMs - b.startedAtMs))

function wholeWindow(sessions: readonly MemberSession[]) {
  const firstMs = sessions[0]?.startedAtMs ?? null
  return windowOf({ kind: 'all' }, { zone: now.zone, today: '2026-11-17', weekStartsOn: 1, firstMs })
}

it('bars hold every minute of every session, once', () => {
  fc.assert(
    fc.property(history, (sessions) => {
      const care = { adolescent: [], enrolled: [], beside: [], exempt: [], individual: [] }
      const counting = sessions.map((one) => ({ ...one, countsHours: true }))
      const weeks = weeksOf(counting, care, defaultCareRules, now)
      const [current] = weeks.slice(-1)
      const hours = hoursOfMemberSchema.parse({
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
      const { bars, table } = hoursModel(hours, wholeWindow(sessions), new Map())
      const drawn = bars.reduce((sum, { value }) => sum + value, 0)
      const attended = sessions.reduce((sum, { presentMs, breakMs }) => sum + presentMs - breakMs, 0)
      expect(drawn * 60).toBeCloseTo(attended / minuteMs)
      expect(table().rows).toHaveLength(bars.length)
    }),
  )
})

it('pairs hold every number that was given, once', () => {
  fc.assert(
    fc.property(history, (sessions) => {
      const window = wholeWindow(sessions)
      const model = checkInModel(mood, placeSessions(sessions, window), now.zone)
      const given = sessions.flatMap(({ sessionId, checkIns }) =>
        checkIns.map(({ start, end }) => ({ key: sessionId, start, end })),
      )
      expect((model?.pairs ?? []).map(({ key, start, end }) => ({ key, start, end }))).toEqual(given)
    }),
  )
})

it('lines hold the turns of every session that was watched, once, and no number of a pass by choice', () => {
  fc.assert(
    fc.property(history, (sessions) => {
      const window = wholeWindow(sessions)
      for (const watched of watchedGroups(sessions, window)) {
        const { points, ears } = turnsModel(sessions, watched, window)
        const drawn = new Map(points.map(({ key, value }) => [key, value]))
        for (const one of sessions) {
          const value = drawn.get(one.sessionId) ?? null
          const isOfThese = one.groupId === watched.groupId && one.observation === watched.observation
          if (value !== null) expect(isOfThese && one.wasObserved).toBe(true)
          if (value !== null) expect(value).toBe(one.observation === 'floor' ? one.turns : one.samplesHeard)
        }
        expect(ears.every(({ key }) => drawn.get(key) === null)).toBe(true)
      }
    }),
  )
})
