import { describe, expect, test } from 'vitest'
import {
  captionHeight,
  clearWidth,
  footprint,
  layOutSeats,
  seatsTouch,
} from '../../../src/renderer/live/seat-layout.ts'

// The circle's room at 1366×768, at 1920×1080 and at 1024×700, and a wide, low window.
const rooms = [
  { width: 702, height: 546 },
  { width: 1120, height: 850 },
  { width: 480, height: 478 },
  { width: 900, height: 480 },
]
const memberCounts = Array.from({ length: 25 }, (_, count) => count)

describe.each(rooms)('in a room of $width × $height', (room) => {
  describe.each([1, 2, 3, 4])('with %d facilitators', (facilitatorCount) => {
    test.each(memberCounts)('%d members sit apart from each other and inside', (memberCount) => {
      const layout = layOutSeats({ ...room, memberCount, facilitatorCount })
      const size = { diameter: layout.diameter, captionHeight: layout.hasCaptions ? captionHeight : 0 }
      expect(layout.members).toHaveLength(memberCount)
      expect(layout.facilitators).toHaveLength(facilitatorCount)
      expect(layout.diameter).toBeGreaterThanOrEqual(44)
      layout.members.forEach((place, index) => {
        const box = footprint(place, size)
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.top).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(room.width)
        expect(box.bottom).toBeLessThanOrEqual(room.height)
        for (const other of layout.members.slice(index + 1))
          expect(seatsTouch(place, other, size)).toBe(false)
        for (const seat of layout.facilitators) {
          const apartX = Math.abs(seat.x - place.x) >= (layout.facilitatorSize.width + layout.diameter) / 2
          const apartY = Math.abs(seat.y - place.y) >= (layout.facilitatorSize.height + layout.diameter) / 2
          expect(apartX || apartY).toBe(true)
        }
      })
    })

    test.each(memberCounts)('the clock keeps clear of %d members', (memberCount) => {
      const layout = layOutSeats({ ...room, memberCount, facilitatorCount })
      const half = clearWidth(layout, room.height) / 2
      expect(half).toBeGreaterThan(70)
      expect(half).toBeLessThan(room.width / 2)
      for (const { x, y } of layout.members) {
        const isBeside = Math.abs(y - layout.centre.y) < 0.1 * room.height
        if (isBeside) expect(Math.abs(x - layout.centre.x) - layout.diameter / 2).toBeGreaterThan(half)
      }
    })

    test('facilitators sit side by side inside, each a full target', () => {
      const { facilitators, facilitatorSize } = layOutSeats({ ...room, memberCount: 8, facilitatorCount })
      expect(Math.min(facilitatorSize.width, facilitatorSize.height)).toBeGreaterThanOrEqual(44)
      facilitators.forEach(({ x, y }, index) => {
        expect(x - facilitatorSize.width / 2).toBeGreaterThanOrEqual(0)
        expect(x + facilitatorSize.width / 2).toBeLessThanOrEqual(room.width)
        expect(y + facilitatorSize.height / 2).toBeLessThanOrEqual(room.height)
        const next = facilitators[index + 1]
        if (next !== undefined) expect(next.x - x).toBeGreaterThan(facilitatorSize.width)
      })
    })
  })
})

test('a group of ten has full seats with words under them at 1366×768', () => {
  const layout = layOutSeats({ width: 702, height: 546, memberCount: 10, facilitatorCount: 2 })
  expect(layout.diameter).toBe(76)
  expect(layout.hasCaptions).toBe(true)
})

test('seats run from the lower left over the top to the lower right', () => {
  const { members } = layOutSeats({ width: 702, height: 546, memberCount: 10, facilitatorCount: 2 })
  expect(members[0]?.x).toBeLessThan(351)
  expect(members[0]?.y).toBeGreaterThan(members[4]?.y ?? Infinity)
  expect(members[9]?.x).toBeGreaterThan(351)
  expect(members[0]?.y).toBeCloseTo(members[9]?.y ?? 0, -1)
})
