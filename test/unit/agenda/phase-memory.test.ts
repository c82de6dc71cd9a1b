import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseMemoryKey, usualMinutes } from '../../../src/shared/agenda/phase-memory.ts'

const minuteMs = 60_000
const minutes = (...values: readonly number[]) => values.map((value) => value * minuteMs)
const durations = fc.array(fc.integer({ min: 0, max: 240 * minuteMs }), { minLength: 3, maxLength: 20 })

describe('the usual minutes of a phase', () => {
  it.each([
    ['too few', minutes(14, 14), null],
    ['three that agree', minutes(13, 14, 15), 14],
    ['all the same', minutes(10, 10, 10, 10), 10],
    ['nearly the same', minutes(10, 10, 10, 10.9), 10],
    ['one forgotten to end', minutes(12, 13, 14, 15, 110), 14],
    ['one entered by mistake', minutes(0, 12, 13, 14, 15), 14],
    ['three of which one is far off', minutes(12, 13, 90), null],
    ['less than a minute', minutes(0.2, 0.3, 0.2), 1],
  ])('%s', (_, values, expected) => {
    expect(usualMinutes(values)).toBe(expected)
  })

  it('depend on no order', () => {
    fc.assert(
      fc.property(durations, (values) => {
        expect(usualMinutes(values.toReversed())).toBe(usualMinutes(values))
        expect(usualMinutes(values.toSorted((a, b) => a - b))).toBe(usualMinutes(values))
      }),
    )
  })

  it('lie between the shortest and the longest, and are whole minutes', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const usual = usualMinutes(values)
        if (usual === null) return
        expect(Number.isInteger(usual)).toBe(true)
        expect(usual).toBeGreaterThanOrEqual(Math.max(1, Math.round(Math.min(...values) / minuteMs)))
        expect(usual).toBeLessThanOrEqual(Math.max(1, Math.round(Math.max(...values) / minuteMs)))
      }),
    )
  })

  it('are not moved out of what is usual by one that is far off', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const farMs = 100 * Math.max(...values) + 100 * minuteMs
        const usual = usualMinutes([...values, farMs])
        if (usual !== null) expect(usual * minuteMs).toBeLessThanOrEqual(Math.max(...values) + minuteMs)
      }),
    )
  })

  it('are known where at least half of many agree within a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), durations, (usual, others) => {
        const agreeing = Array.from({ length: others.length + 1 }, () => usual * minuteMs)
        expect(usualMinutes([...agreeing, ...others])).not.toBeNull()
      }),
    )
  })
})

it('knows a phase by its name, however it is written', () => {
  expect(phaseMemoryKey(' Check-In ')).toBe(phaseMemoryKey('check-in'))
})
