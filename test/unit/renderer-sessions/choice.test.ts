import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chosenSpan, moveBy, moveTo, stepOf, type Choice } from '../../../src/renderer/sessions/choice.ts'

it('goes by lines and by pages, and never beyond the ends', () => {
  const steps = ['up', 'down', 'page-up', 'page-down', 'first', 'last'] as const
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(9_999),
      fc.nat(30),
      fc.constantFrom(...steps),
      (count, from, pageLines, step) => {
        const current = Math.min(from, count - 1)
        const target = moveBy(current, step, count, pageLines)
        expect(target).toBeGreaterThanOrEqual(0)
        expect(target).toBeLessThan(count)
        if (step === 'down' && current < count - 1) expect(target).toBe(current + 1)
        if (step === 'page-down') expect(target).toBeGreaterThanOrEqual(Math.min(current + 1, count - 1))
      },
    ),
  )
})

it('chooses from where Shift was first held to where it is, in both directions', () => {
  const start: Choice = { current: 5, anchor: null }
  const down = moveTo(moveTo(start, 6, true), 7, true)
  expect(chosenSpan(down)).toEqual({ first: 5, last: 7 })
  expect(chosenSpan(moveTo(down, 3, true))).toEqual({ first: 3, last: 5 })
  expect(chosenSpan(moveTo(down, 5, true))).toBeNull()
  expect(chosenSpan(moveTo(down, 8, false))).toBeNull()
})

it('knows the keys of the table and no others', () => {
  expect(['ArrowUp', 'PageDown', 'End', 'Enter', 'a', 'constructor'].map(stepOf)).toEqual([
    'up',
    'page-down',
    'last',
    undefined,
    undefined,
    undefined,
  ])
})
