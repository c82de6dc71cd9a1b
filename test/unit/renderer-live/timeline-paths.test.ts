import fc from 'fast-check'
import { expect, test } from 'vitest'
import { laneOf } from '../../../src/renderer/live/timeline-model.ts'
import { momentsPath, openTurnsPath, pastTurnsPath } from '../../../src/renderer/live/timeline-paths.ts'
import type { Turn } from '../../../src/shared/session/state.ts'
import { person } from '../session/arbitraries.ts'

const people = Array.from({ length: 12 }, (_, index) => ({ personId: person(index) }))
const lengthMs = 90 * 60_000

interface Bar {
  readonly lane: number
  readonly startMs: number
  readonly endMs: number
}

function barsOf(path: string): Bar[] {
  return Array.from(path.matchAll(/M(\d+) (\d+)H(\d+)/g), ([, startMs, y, endMs]) => ({
    lane: (Number(y) - 6) / 5,
    startMs: Number(startMs),
    endMs: Number(endMs),
  }))
}

const turnsArbitrary = fc
  .array(
    fc.record({
      who: fc.nat({ max: people.length - 1 }),
      startMs: fc.nat({ max: lengthMs }),
      lastsMs: fc.nat({ max: 120_000 }),
      isOpen: fc.boolean(),
    }),
    { maxLength: 200 },
  )
  .map((drawn) =>
    drawn
      .toSorted((one, other) => one.startMs - other.startMs)
      .map(({ who, startMs, lastsMs, isOpen }): Turn => ({
        personId: person(who),
        startMs,
        endMs: isOpen ? null : Math.min(lengthMs, startMs + lastsMs),
      })),
  )

function lane(turn: Turn): number {
  return laneOf(people.findIndex(({ personId }) => personId === turn.personId))
}

test('every turn that is over lies in a bar of its lane, and no bar stands where nobody spoke', () => {
  fc.assert(
    fc.property(turnsArbitrary, (turns) => {
      const bars = barsOf(pastTurnsPath(turns, people, lengthMs))
      const past = turns.filter(({ endMs }) => endMs !== null)
      for (const turn of past) {
        expect(
          bars.some(
            (bar) => bar.lane === lane(turn) && bar.startMs <= turn.startMs && bar.endMs >= (turn.endMs ?? 0),
          ),
        ).toBe(true)
      }
      for (const bar of bars) {
        expect(past.some((turn) => lane(turn) === bar.lane && turn.startMs === bar.startMs)).toBe(true)
        expect(past.some((turn) => lane(turn) === bar.lane && turn.endMs === bar.endMs)).toBe(true)
      }
    }),
  )
})

test('a long session has no more bars than can be seen', () => {
  const turns = Array.from({ length: 20_000 }, (_, index): Turn => ({
    personId: person(index % people.length),
    startMs: index * 270,
    endMs: index * 270 + 200,
  }))
  expect(barsOf(pastTurnsPath(turns, people, lengthMs)).length).toBeLessThanOrEqual(5 * 1_001)
})

test('turns that go on reach until now, and moments are strokes or points', () => {
  const open: Turn = { personId: person(2), startMs: 4_000, endMs: null }
  expect(openTurnsPath([open, { ...open, endMs: 5_000 }], people, 9_000)).toBe(
    `M4000 ${6 + laneOf(2) * 5}H9000`,
  )
  expect(momentsPath([10, 20], 3, 0)).toBe('M10 3v0M20 3v0')
})
