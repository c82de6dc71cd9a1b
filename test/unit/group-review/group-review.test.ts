import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupWeeks, type ListedMember } from '../../../src/shared/group-review/group-weeks.ts'
import { phaseSpans, type HeldPhase } from '../../../src/shared/group-review/phase-spans.ts'
import { topicsCovered } from '../../../src/shared/group-review/topics.ts'
import { personIdSchema, sessionIdSchema } from '../../../src/shared/ids.ts'
import { idOf } from '../renderer-ui/sample.ts'

const minuteMs = 60_000
const now = { wallMs: Date.parse('2026-11-19T18:00:00Z'), zone: 'America/Chicago' }

function sessionId(number: number) {
  return sessionIdSchema.parse(idOf(1_000 + number))
}

function held(number: number, day: string) {
  return { sessionId: sessionId(number), startedAtMs: Date.parse(`${day}T18:00:00Z`) }
}

/** Members by number: who came, and who stayed away. */
function listed(number: number, came: readonly number[], away: readonly number[] = []): ListedMember[] {
  const line = (hasCome: boolean) => (person: number) => ({
    sessionId: sessionId(number),
    personId: personIdSchema.parse(idOf(person)),
    hasCome,
  })
  return [...came.map(line(true)), ...away.map(line(false))]
}

describe('a group’s weeks', () => {
  const sessions = [
    held(1, '2026-10-27'),
    held(2, '2026-11-10'),
    held(3, '2026-11-12'),
    held(4, '2026-11-17'),
  ]
  const members = [
    ...listed(1, [1, 2, 3]),
    ...listed(2, [1, 2], [3, 4]),
    ...listed(3, [1, 4], [2]),
    ...listed(4, [4, 5]),
  ]
  const weeks = groupWeeks(sessions, members, { from: '2026-11-02', weekStartsOn: 1, now })

  it('count who came, who came to all, and who came again, a week without the group between', () => {
    expect(weeks).toEqual([
      { startsOn: '2026-11-02', sessions: 0, listed: 0, came: 0, cameToAll: 0, cameAgain: null },
      {
        startsOn: '2026-11-09',
        sessions: 2,
        listed: 4,
        came: 3,
        cameToAll: 1,
        cameAgain: { count: 2, of: 3 },
      },
      {
        startsOn: '2026-11-16',
        sessions: 1,
        listed: 2,
        came: 2,
        cameToAll: 2,
        cameAgain: { count: 1, of: 3 },
      },
    ])
  })

  it('have nobody to come again in the first of them', () => {
    const [first] = groupWeeks(sessions.slice(0, 1), members, { from: '2026-10-26', weekStartsOn: 1, now })
    expect(first).toMatchObject({ came: 3, cameAgain: null })
  })

  it('never count more than came or were listed', () => {
    const lists = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 40 }),
        came: fc.uniqueArray(fc.integer({ min: 1, max: 8 })),
        away: fc.uniqueArray(fc.integer({ min: 9, max: 12 })),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(lists, (all) => {
        const some = all.map(({ day }, index) => ({
          sessionId: sessionId(index),
          startedAtMs: now.wallMs - day * 24 * 60 * minuteMs,
        }))
        const lines = all.flatMap(({ came, away }, index) => listed(index, came, away))
        for (const week of groupWeeks(some, lines, { from: '2026-10-05', weekStartsOn: 1, now })) {
          expect(week.cameToAll).toBeLessThanOrEqual(week.came)
          expect(week.came).toBeLessThanOrEqual(week.listed)
          expect(week.cameAgain?.count ?? 0).toBeLessThanOrEqual(Math.min(week.came, week.cameAgain?.of ?? 0))
        }
      }),
    )
  })
})

function phase(name: string, minutes: number, plannedMinutes = 10): HeldPhase {
  return { name, kind: 'plain', plannedMinutes, actualMs: minutes * minuteMs }
}

function sessionOn(number: number, topic: string) {
  return { ...held(number, `2026-11-0${number}`), number, topic }
}

describe('planned beside actual time of phases', () => {
  it('is the middle half of the sessions, with the shortest and the longest', () => {
    const spans = phaseSpans([12, 8, 30, 10, 11].map((minutes) => [phase('Topic', minutes, 10)]))
    expect(spans).toEqual([
      {
        name: 'Topic',
        kind: 'plain',
        plannedMinutes: 10,
        held: 5,
        leftOut: 0,
        shortestMs: 8 * minuteMs,
        usualFromMs: 10 * minuteMs,
        usualToMs: 12 * minuteMs,
        longestMs: 30 * minuteMs,
      },
    ])
  })

  it('follows the last agenda, counts what was left out, and knows a phase by its name', () => {
    const spans = phaseSpans([
      [phase('Old opening', 5), phase('topic ', 20, 15)],
      [phase('Check-in', 9), phase('Topic', 25, 20), phase('Close', 0, 5)],
    ])
    expect(
      spans.map(({ name, plannedMinutes, held: times, leftOut }) => [name, plannedMinutes, times, leftOut]),
    ).toEqual([
      ['Check-in', 10, 1, 0],
      ['Topic', 20, 2, 0],
      ['Old opening', 10, 1, 0],
    ])
    expect(phaseSpans([[phase('Close', 0)], [phase('Close', 4)]])[0]).toMatchObject({ held: 1, leftOut: 1 })
  })

  it('never has a usual span outside of the shortest and the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1 }), (minutes) => {
        for (const span of phaseSpans(minutes.map((each) => [phase('Topic', each)]))) {
          const order = [span.shortestMs, span.usualFromMs, span.usualToMs, span.longestMs]
          expect(order.toSorted((a, b) => a - b)).toEqual(order)
          expect(span.held + span.leftOut).toBe(minutes.length)
        }
      }),
    )
  })
})

it('lists topics once, what was covered last at the top, and leaves out sessions without one', () => {
  const topics = topicsCovered([
    sessionOn(1, 'Sleep'),
    sessionOn(2, 'High-risk  evenings'),
    sessionOn(3, ' '),
    sessionOn(4, 'SLEEP'),
  ])
  expect(topics.map(({ topic, sessions }) => [topic, sessions.map(({ number }) => number)])).toEqual([
    ['SLEEP', [4, 1]],
    ['High-risk  evenings', [2]],
  ])
})
