import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findArcs, longestSilenceMs } from '../../../src/shared/session/arcs.ts'
import type { Turn } from '../../../src/shared/session/state.ts'
import { person } from './arbitraries.ts'

function turn(who: number, startMs: number, endMs: number | null): Turn {
  return { personId: person(who), startMs, endMs }
}

function arc(from: number, to: number, count = 1) {
  return { fromId: person(from), toId: person(to), count }
}

describe('arcs', () => {
  test('tell who spoke after whom, most frequent first', () => {
    const turns = [turn(1, 0, 10), turn(2, 10, 20), turn(1, 25, 30), turn(2, 30, 40), turn(3, 40, null)]
    expect(findArcs(turns)).toEqual([arc(1, 2, 2), arc(2, 1), arc(2, 3)])
  })

  test('leave out whoever goes on after themselves, also when somebody spoke briefly long before', () => {
    expect(findArcs([turn(1, 0, 10), turn(1, 20, 30)])).toEqual([])
    expect(findArcs([turn(2, 0, 5), turn(1, 5, 10), turn(1, 20, 30)])).toEqual([arc(2, 1)])
  })

  test('let a turn beside others follow the one who took the floor last among them', () => {
    expect(findArcs([turn(1, 0, null), turn(2, 10, null), turn(3, 20, null)])).toEqual([arc(1, 2), arc(2, 3)])
    // Two has gone by then, one still speaks.
    expect(findArcs([turn(1, 0, 100), turn(2, 10, 20), turn(3, 30, 40)])).toEqual([arc(1, 2), arc(1, 3)])
  })

  test('let the turn that ended last count where several had the floor', () => {
    expect(findArcs([turn(1, 0, 50), turn(2, 10, 20), turn(3, 60, 70)])).toEqual([arc(1, 2), arc(1, 3)])
    expect(findArcs([turn(1, 0, 50), turn(2, 10, 50), turn(3, 50, 70)])).toEqual([arc(1, 2), arc(2, 3)])
  })

  test('end at a longer silence', () => {
    expect(findArcs([turn(1, 0, 10), turn(2, 10 + longestSilenceMs, null)])).toEqual([arc(1, 2)])
    expect(findArcs([turn(1, 0, 10), turn(2, 11 + longestSilenceMs, null)])).toEqual([])
  })

  test('are never more than turns but the first, and join two different people who spoke', () => {
    const turnsArbitrary = fc
      .array(
        fc.record({
          who: fc.integer({ min: 0, max: 5 }),
          after: fc.integer({ min: 0, max: 90_000 }),
          lasts: fc.integer({ min: 0, max: 200_000 }),
        }),
        { maxLength: 60 },
      )
      .map((steps) => {
        let atMs = 0
        return steps.map(({ who, after, lasts }) => {
          atMs += after
          return turn(who, atMs, atMs + lasts)
        })
      })
    fc.assert(
      fc.property(turnsArbitrary, (turns) => {
        const arcs = findArcs(turns)
        const speakers = new Set(turns.map(({ personId }) => personId))
        expect(arcs.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(
          Math.max(0, turns.length - 1),
        )
        for (const { fromId, toId, count } of arcs) {
          expect(fromId).not.toBe(toId)
          expect(speakers.has(fromId) && speakers.has(toId)).toBe(true)
          expect(count).toBeGreaterThan(0)
        }
        // What is known of the past does not change with what comes.
        const earlier = findArcs(turns.slice(0, -1))
        for (const known of earlier) {
          const now = arcs.find(({ fromId, toId }) => fromId === known.fromId && toId === known.toId)
          expect(now?.count).toBeGreaterThanOrEqual(known.count)
        }
      }),
    )
  })
})
