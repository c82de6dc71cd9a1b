import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circleOrder } from '../../../src/shared/roster/circle-order.ts'
import { person } from '../session/arbitraries.ts'

const [ana, ben, cal, dee, lead] = [person(1), person(2), person(3), person(4), person(9)]
const left = { x: 0.1, y: 0.5 }
const top = { x: 0.5, y: 0.1 }
const right = { x: 0.9, y: 0.5 }

describe('the order of the circle', () => {
  test('goes clockwise from the facilitators at the bottom', () => {
    const places = [
      { personId: ana, ...right },
      { personId: ben, ...left },
      { personId: cal, ...top },
    ]
    expect(circleOrder([ana, ben, cal], places, lead)).toEqual([ben, cal, ana])
  })

  test('begins at the lead, wherever the lead sits', () => {
    const places = [
      { personId: ana, ...right },
      { personId: ben, ...left },
      { personId: cal, x: 0.5, y: 0.9 },
      { personId: lead, ...top },
    ]
    expect(circleOrder([ana, ben, cal], places, lead)).toEqual([ana, cal, ben])
  })

  test('gives a newcomer the last number', () => {
    const places = [
      { personId: ana, ...right },
      { personId: ben, ...left },
    ]
    expect(circleOrder([dee, ana, cal, ben], places, lead)).toEqual([ben, ana, dee, cal])
    expect(circleOrder([ana, ben], [], lead)).toEqual([ana, ben])
  })

  test('keeps everyone, once', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const people = Array.from({ length: 24 }, (_, index) => person(index))
    const places = fc.array(fc.record({ personId: fc.constantFrom(...people), x: share, y: share }), {
      maxLength: 24,
    })
    fc.assert(
      fc.property(places, (kept) => {
        expect(circleOrder(people, kept, person(0)).toSorted()).toEqual(people.toSorted())
      }),
    )
  })
})
