import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCheckInKey } from '../../../src/renderer/live/check-in-keys.ts'
import {
  cellAfterNumber,
  cellAt,
  cellBy,
  personBy,
  type CheckInCell,
  type CheckInGrid,
} from '../../../src/renderer/live/check-in-plan.ts'
import type { KeyPress } from '../../../src/renderer/live/live-keys.ts'
import { measureIdSchema, type MeasureId } from '../../../src/shared/ids.ts'
import { person, uuid } from '../session/arbitraries.ts'

function press(key: string, more: Partial<KeyPress> = {}) {
  const none = {
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isTyping: false,
    isInEmptyNote: false,
  }
  return readCheckInKey({ key, code: '', ...none, ...more })
}

describe('keys of the strip', () => {
  test('every number from 0 to 10 is one key', () => {
    for (let value = 0; value <= 9; value += 1)
      expect(press(String(value))).toEqual({ type: 'number', value })
    for (const key of ['x', 'X', 't', 'T']) expect(press(key)).toEqual({ type: 'number', value: 10 })
    expect(press('&', { code: 'Digit1' })).toEqual({ type: 'number', value: 1 })
    expect(press('7', { code: 'Numpad7' })).toEqual({ type: 'number', value: 7 })
  })

  test.each([
    ['ArrowRight', { type: 'cell', by: 1 }],
    ['ArrowLeft', { type: 'cell', by: -1 }],
    ['ArrowDown', { type: 'person', by: 1 }],
    ['Tab', { type: 'person', by: 1 }],
    ['Backspace', { type: 'clear' }],
    ['c', { type: 'close' }],
    ['s', { type: 'moment' }],
  ])('%s', (key, act) => {
    expect(press(key)).toEqual(act)
  })

  test('Esc conceals here as everywhere', () => {
    expect(press('Escape')).toBeNull()
  })

  test('a letter that slips does nothing, and begins no phase', () => {
    for (const key of ['n', 'b', 'p', 'a', 'w', 'm']) expect(press(key)).toEqual({ type: 'nothing' })
  })

  test('taking back, the round, a note, all keys and whatever is typed stay as they are', () => {
    for (const key of ['z', 'r', '/', ' ', 'Enter']) expect(press(key)).toBeNull()
    expect(press('?', { shiftKey: true })).toBeNull()
    expect(press('5', { isTyping: true })).toBeNull()
    expect(press('l', { ctrlKey: true })).toBeNull()
    expect(press('5', { altKey: true, code: 'Digit5' })).toBeNull()
    expect(press('!', { shiftKey: true, code: 'Digit1' })).toBeNull()
  })
})

function measure(index: number): MeasureId {
  return measureIdSchema.parse(uuid('e', index))
}

function gridOf(people: number, measures: number, filled: readonly CheckInCell[] = []): CheckInGrid {
  return {
    personIds: Array.from({ length: people }, (_, index) => person(index)),
    measureIds: Array.from({ length: measures }, (_, index) => measure(index)),
    isFilled: (cell) =>
      filled.some((one) => one.personId === cell.personId && one.measureId === cell.measureId),
  }
}

describe('the way through the numbers', () => {
  const nowhere = { personId: null, measureId: null, moment: null, isCleared: false }

  test('one number after the other fills everything, each with one key', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), fc.nat(95))
    fc.assert(
      fc.property(sizes, ([people, measures, start]) => {
        const total = people * measures
        const first = start % total
        const filled: CheckInCell[] = []
        let cell: CheckInCell | null = {
          personId: person(Math.floor(first / measures)),
          measureId: measure(first % measures),
        }
        for (let key = 0; key < total && cell !== null; key += 1) {
          const after: CheckInCell = cellAfterNumber(gridOf(people, measures, filled), cell)
          filled.push(cell)
          cell = after
        }
        const grid = gridOf(people, measures, filled)
        expect(
          grid.personIds.every((personId) =>
            grid.measureIds.every((measureId) => grid.isFilled({ personId, measureId })),
          ),
        ).toBe(true)
      }),
    )
  })

  test('begins with whoever it is told to, else with the first that is missing', () => {
    const first = { personId: person(0), measureId: measure(0) }
    const grid = gridOf(3, 2, [first])
    expect(cellAt(grid, nowhere)).toEqual({ personId: person(0), measureId: measure(1) })
    expect(cellAt(grid, { ...nowhere, personId: person(2) })).toEqual({
      personId: person(2),
      measureId: measure(0),
    })
    expect(cellAt(grid, { ...nowhere, ...first })).toEqual(first)
    expect(cellAt(gridOf(0, 2), nowhere)).toBeNull()
    // Someone who has left meanwhile is not waited for.
    expect(cellAt(grid, { ...nowhere, personId: person(9), measureId: measure(1) })).toEqual({
      personId: person(0),
      measureId: measure(1),
    })
  })

  test('arrows stop at the ends, and persons come round', () => {
    const grid = gridOf(2, 2)
    const first = { personId: person(0), measureId: measure(0) }
    expect(cellBy(grid, first, -1)).toEqual(first)
    expect(cellBy(grid, { personId: person(0), measureId: measure(1) }, 1)).toEqual({
      personId: person(1),
      measureId: measure(0),
    })
    expect(personBy(grid, first, -1)).toEqual({ personId: person(1), measureId: measure(0) })
  })
})
