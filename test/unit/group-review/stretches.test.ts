import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisOf, cameWords, overallWords } from '../../../src/shared/group-review/group-plots.ts'
import { isInQuarters, stretchesOf } from '../../../src/shared/group-review/stretches.ts'
import { moveDay } from '../../../src/shared/care/calendar-week.ts'
import type { GroupReview } from '../../../src/shared/ipc/group-review-calls.ts'

type Week = GroupReview['weeks'][number]

const weekArbitrary = fc
  .record({
    sessions: fc.integer({ min: 0, max: 3 }),
    listed: fc.integer({ min: 1, max: 12 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ sessions, listed, share }) => {
    const came = Math.floor(listed * share)
    return sessions === 0
      ? { sessions, listed: 0, came: 0, cameToAll: 0, cameAgain: null }
      : { sessions, listed, came, cameToAll: came, cameAgain: { count: came, of: listed } }
  })

function dated(weeks: readonly Omit<Week, 'startsOn'>[]): Week[] {
  return weeks.map((week, index) => ({ ...week, startsOn: moveDay('2006-01-02', index * 7) }))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

it('draws up to sixty weeks as they are', () => {
  fc.assert(
    fc.property(fc.array(weekArbitrary, { minLength: 1, maxLength: 60 }), (some) => {
      const weeks = dated(some)
      const stretches = stretchesOf(weeks)
      expect(stretches.map(({ startsOn, came }) => [startsOn, came])).toEqual(
        weeks.map(({ startsOn, came }) => [startsOn, came]),
      )
    }),
  )
})

it('draws more in quarters up to the current week, and loses no session and no member of a share', () => {
  fc.assert(
    fc.property(fc.array(weekArbitrary, { minLength: 61, maxLength: 300 }), (some) => {
      const weeks = dated(some)
      expect(isInQuarters(weeks)).toBe(true)
      const stretches = stretchesOf(weeks)
      expect(stretches).toHaveLength(Math.ceil(weeks.length / 13))
      expect(stretches[0]?.startsOn).toBe(weeks[0]?.startsOn)
      expect(stretches.at(-1)?.startsOn).toBe(weeks.at(-13)?.startsOn)
      expect(sum(stretches.map(({ sessions }) => sessions))).toBe(sum(weeks.map(({ sessions }) => sessions)))
      expect(sum(stretches.map(({ cameToAll }) => cameToAll?.of ?? 0))).toBe(
        sum(weeks.map(({ listed }) => listed)),
      )
      expect(sum(stretches.map(({ cameToAll }) => cameToAll?.count ?? 0))).toBe(
        sum(weeks.map(({ cameToAll }) => cameToAll)),
      )
    }),
  )
})

it('says numbers in words, and averages with one place', () => {
  const share = { count: 17, of: 20 }
  const stretch = {
    startsOn: '2026-11-16',
    sessions: 2,
    listed: 10,
    came: 8.5,
    cameToAll: share,
    cameAgain: null,
  }
  expect(cameWords(stretch)).toBe('8.5 of 10 came, in 2 sessions')
  expect(overallWords([stretch], ({ cameToAll }) => cameToAll)).toBe('85 %')
  expect(overallWords([stretch], ({ cameAgain }) => cameAgain)).toBeNull()
})

it('names each year of quarters where it begins, and once', () => {
  const quiet = { sessions: 0, listed: 0, came: 0, cameToAll: 0, cameAgain: null }
  const axis = axisOf(stretchesOf(dated(Array.from({ length: 160 }, () => quiet))), true)
  expect(axis.map(({ label }) => label).filter(Boolean)).toEqual(['2006', '2007', '2008'])
  for (const { key, label } of axis) expect(['', key.slice(0, 4)]).toContain(label)
})
