import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangeSeats, middleOf, slotsOf, type Sitter } from '../../../src/renderer/live/arrange-seats.ts'
import { dropSeat } from '../../../src/renderer/live/drop-seat.ts'
import { layOutSeats } from '../../../src/renderer/live/seat-layout.ts'
import {
  around,
  captionHeight,
  footprint,
  overlap,
  seatsTouch,
  type SeatLayout,
} from '../../../src/renderer/live/seat-space.ts'
import { person } from '../session/arbitraries.ts'

// The circle's room at 1366×768, at 1920×1080, at 1024×700 and in a tablet's upright window of 820×1180.
const fields = [
  { width: 702, height: 546 },
  { width: 1120, height: 850 },
  { width: 480, height: 478 },
  { width: 560, height: 900 },
]

function sittersOf(memberCount: number, facilitatorCount: number): Sitter[] {
  return [
    ...Array.from({ length: memberCount }, (_, index) => ({ personId: person(index), isFacilitator: false })),
    ...Array.from({ length: facilitatorCount }, (_, index) => ({
      personId: person(100 + index),
      isFacilitator: true,
    })),
  ]
}

function expectApart(field: (typeof fields)[number], layout: SeatLayout): void {
  // Half a pixel is what a place may be off that was kept as a share of the field.
  const size = { diameter: layout.diameter - 1, captionHeight: layout.hasCaptions ? captionHeight : 0 }
  const { width, height } = layout.facilitatorSize
  const chairs = layout.facilitators.map((place) => around(place, width, height, -1))
  const discs = layout.members.map((place) => footprint(place, size))
  for (const box of [...chairs, ...discs]) {
    expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(-1)
    expect(box.right).toBeLessThanOrEqual(field.width + 1)
    expect(box.bottom).toBeLessThanOrEqual(field.height + 1)
  }
  for (const [index, place] of layout.members.entries()) {
    for (const other of layout.members.slice(index + 1)) expect(seatsTouch(place, other, size)).toBe(false)
  }
  for (const [index, chair] of chairs.entries()) {
    for (const other of [...chairs.slice(index + 1), ...discs]) expect(overlap(chair, other)).toBe(false)
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const roomArbitrary = fc.record({
  memberCount: fc.integer({ min: 0, max: 24 }),
  facilitatorCount: fc.integer({ min: 1, max: 4 }),
  field: fc.constantFrom(...fields),
  dragged: fc.array(fc.record({ index: fc.integer({ min: 0, max: 27 }), x: share, y: share }), {
    maxLength: 28,
  }),
})

describe('seats that were put somewhere', () => {
  test('never cover each other, the clock, or leave the field', () => {
    fc.assert(
      fc.property(roomArbitrary, ({ memberCount, facilitatorCount, field, dragged }) => {
        const sitters = sittersOf(memberCount, facilitatorCount)
        const places = dragged.flatMap(({ index, x, y }) => {
          const personId = sitters[index]?.personId
          return personId === undefined ? [] : { personId, x, y }
        })
        const layout = arrangeSeats(field, sitters, places)
        expect(layout.members).toHaveLength(memberCount)
        expectApart(field, layout)
        const base = layOutSeats({ ...field, memberCount, facilitatorCount })
        const slots = slotsOf(sitters, layout)
        const middle = middleOf(field, base)
        for (const { personId, isFacilitator } of sitters) {
          const place = slots.get(personId)
          if (place === undefined) throw new Error('everyone has a seat')
          const { width, height } = layout.facilitatorSize
          const seat = isFacilitator
            ? around(place, width, height, -1)
            : footprint(place, { diameter: layout.diameter - 1, captionHeight: 0 })
          expect(overlap(seat, middle)).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('keep their shares when the window changes its size', () => {
    const sitters = sittersOf(10, 2)
    const [small, large] = [fields[0], fields[1]]
    if (small === undefined || large === undefined) throw new Error('there are fields')
    const places = dropSeat({
      field: small,
      sitters,
      layout: arrangeSeats(small, sitters, []),
      places: [],
      personId: person(0),
      at: { x: 351, y: 60 },
    })
    const before = slotsOf(sitters, arrangeSeats(small, sitters, places))
    const after = slotsOf(sitters, arrangeSeats(large, sitters, places))
    for (const { personId } of sitters.slice(0, 10)) {
      const [one, other] = [before.get(personId), after.get(personId)]
      expect((other?.x ?? 0) / large.width).toBeCloseTo((one?.x ?? 0) / small.width, 1)
      expect((other?.y ?? 0) / large.height).toBeCloseTo((one?.y ?? 0) / small.height, 1)
    }
  })
})

describe('dropping a seat', () => {
  const field = { width: 702, height: 546 }
  const sitters = sittersOf(10, 2)
  const layout = arrangeSeats(field, sitters, [])
  const slots = slotsOf(sitters, layout)

  test('moves that seat alone', () => {
    const places = dropSeat({
      field,
      sitters,
      layout,
      places: [],
      personId: person(0),
      at: { x: 351, y: 60 },
    })
    const after = slotsOf(sitters, arrangeSeats(field, sitters, places))
    for (const { personId } of sitters.slice(1)) {
      expect(after.get(personId)?.x).toBeCloseTo(slots.get(personId)?.x ?? 0)
      expect(after.get(personId)?.y).toBeCloseTo(slots.get(personId)?.y ?? 0)
    }
    expect(places.map(({ personId }) => personId)).toEqual(
      sitters.slice(0, 10).map(({ personId }) => personId),
    )
  })

  test('upon another exchanges the two', () => {
    const at = slots.get(person(4))
    if (at === undefined) throw new Error('five sit there')
    const places = dropSeat({ field, sitters, layout, places: [], personId: person(0), at })
    const after = slotsOf(sitters, arrangeSeats(field, sitters, places))
    expect(after.get(person(0))?.x).toBeCloseTo(at.x)
    expect(after.get(person(4))?.x).toBeCloseTo(slots.get(person(0))?.x ?? 0)
  })

  test('a facilitator sits wherever they are put, and a newcomer takes a free place', () => {
    const places = dropSeat({
      field,
      sitters,
      layout,
      places: [],
      personId: person(100),
      at: { x: 351, y: 30 },
    })
    expect(places.map(({ personId }) => personId)).toContain(person(100))
    expect(places.map(({ personId }) => personId)).not.toContain(person(101))
    const more = [...sitters, { personId: person(50), isFacilitator: false }]
    const after = arrangeSeats(field, more, places)
    expectApart(field, after)
    expect(slotsOf(more, after).get(person(3))?.x).toBeCloseTo(slots.get(person(3))?.x ?? 0, -1)
  })

  test('away from the field or upon the clock it finds the nearest place', () => {
    for (const at of [
      { x: -400, y: 2_000 },
      { x: 351, y: 258 },
    ]) {
      const places = dropSeat({ field, sitters, layout, places: [], personId: person(0), at })
      expectApart(field, arrangeSeats(field, sitters, places))
    }
  })
})
