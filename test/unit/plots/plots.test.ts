import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekScale } from '../../../src/renderer/plots/week-scale.ts'
import { labelledWeeks, slotInWeek } from '../../../src/shared/plots/axis.ts'
import { spread } from '../../../src/shared/plots/spread.ts'
import { nearest, spokenValue } from '../../../src/shared/plots/values.ts'

const weeks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `${index}`, label: `w${index}`, isNow: false }))

describe('the axis of weeks', () => {
  it('gives every week the same width', () => {
    const x = weekScale(12, 480)
    expect([x(0), x(0.5), x(12)]).toEqual([0, 20, 480])
  })

  it('labels the last week, and as many before it as there is room for', () => {
    expect(labelledWeeks(weeks(12), 480, 40)).toHaveLength(12)
    const few = labelledWeeks(weeks(12), 200, 40)
    expect(few.map(({ week }) => week.label)).toEqual(['w2', 'w5', 'w8', 'w11'])
    expect(labelledWeeks(weeks(1_000), 480, 40).length).toBeLessThanOrEqual(12)
    expect(labelledWeeks([], 480, 40)).toEqual([])
  })

  it('labels those alone that have a label, and none over another', () => {
    const years = weeks(12).map((week, index) => ({ ...week, label: index % 4 === 1 ? `y${index}` : '' }))
    const shown = (width: number) => labelledWeeks(years, width, 40).map(({ week }) => week.label)
    expect(shown(480)).toEqual(['y1', 'y5', 'y9'])
    expect(shown(100)).toEqual(['y1', 'y9'])
    expect(labelledWeeks(years, 480, 40)[0]?.at).toBe(1.5)
  })

  it('puts the things of a week side by side within it, in their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const slots = Array.from({ length: count }, (_, index) => slotInWeek(3, index, count))
        expect(slots.every((at) => at > 3 && at < 4)).toBe(true)
        expect(slots).toEqual(slots.toSorted((a, b) => a - b))
        expect((slots.at(0) ?? 0) + (slots.at(-1) ?? 0)).toBeCloseTo(7)
      }),
    )
  })
})

describe('words in the gutter', () => {
  const words = fc.array(fc.record({ y: fc.integer({ min: -20, max: 120 }), height: fc.constant(16) }), {
    maxLength: 6,
  })

  it('stand where they belong when there is room', () => {
    const placed = [
      { y: 90, height: 16 },
      { y: 20, height: 16 },
    ]
    expect(spread(placed, 100)).toEqual([90, 20])
  })

  it('never touch, keep their order, and stay beside the plot', () => {
    fc.assert(
      fc.property(words, (placed) => {
        const middles = spread(placed, 100)
        const order = placed
          .map((_, index) => index)
          .toSorted((a, b) => middleOf(placed, a) - middleOf(placed, b))
        const sorted = order.map((index) => middles[index] ?? 0)
        for (const [index, middle] of sorted.entries()) {
          expect(middle).toBeGreaterThanOrEqual(8)
          expect(middle).toBeLessThanOrEqual(92)
          if (index > 0) expect(middle - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(16)
        }
      }),
    )
  })

  it('run on below the plot where there are more than it has room for', () => {
    const many = Array.from({ length: 4 }, () => ({ y: 0, height: 10 }))
    expect(spread(many, 20)).toEqual([5, 15, 25, 35])
  })
})

function middleOf(placed: readonly { readonly y: number }[], index: number): number {
  return (placed[index]?.y ?? 0) * 1_000 + index
}

describe('walking through values', () => {
  const values = [0.5, 1.5, 4.5].map((at) => ({ key: `${at}`, at, when: `At ${at}`, words: '7 turns' }))

  it('reaches the value that is nearest to the pointer', () => {
    expect(nearest(values, 2.9)).toBe(1)
    expect(nearest(values, 99)).toBe(2)
    expect(nearest([], 1)).toBe(-1)
  })

  it('says when it was and what it was', () => {
    expect(spokenValue({ key: '', at: 0, when: 'Tuesday 3 November', words: '7 turns' })).toBe(
      'Tuesday 3 November: 7 turns',
    )
  })
})
