import { describe, expect, test } from 'vitest'
import { clearMiddle } from '../../../src/renderer/live/clear-middle.ts'
import { layOutSeats } from '../../../src/renderer/live/seat-layout.ts'
import { placeSigns, signBoxes } from '../../../src/renderer/live/seat-signs.ts'
import {
  around,
  captionHeight,
  distance,
  footprint,
  overlap,
  seatBoxes,
  seatsTouch,
} from '../../../src/renderer/live/seat-space.ts'

// The circle's room at 1366×768, 1920×1080, 1024×768, 820×1180, 768×1024, 911×512 and 683×384, and a wide, low window.
const rooms = [
  { width: 702, height: 546 },
  { width: 1120, height: 850 },
  { width: 460, height: 530 },
  { width: 780, height: 630 },
  { width: 728, height: 390 },
  { width: 871, height: 422 },
  { width: 643, height: 422 },
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
      const { centre, height, figureWidth, wordsWidth } = clearMiddle(layout, room, [])
      expect(figureWidth).toBeGreaterThan(140)
      expect(wordsWidth).toBeGreaterThanOrEqual(220)
      // The button, a line above the figures, two below them, and figures that can still be read.
      expect(height).toBeGreaterThanOrEqual(134 + 60)
      const words = around(centre, wordsWidth, height, 0)
      const figures = around(centre, figureWidth, 0.15 * room.height, 0)
      for (const box of seatBoxes(layout)) {
        expect(overlap(words, box)).toBe(false)
        expect(overlap(figures, box)).toBe(false)
      }
    })

    test.each(memberCounts)('keys and badges of %d members lie upon nobody', (memberCount) => {
      const layout = layOutSeats({ ...room, memberCount, facilitatorCount })
      const signs = placeSigns(layout, room)
      const all = layout.members.flatMap((place, owner) => {
        const { key, badge } = signs.get(place) ?? { key: place, badge: place }
        return [
          { owner, x: place.x + key.x, y: place.y + key.y, radius: 10 },
          { owner, x: place.x + badge.x, y: place.y + badge.y, radius: 11 },
        ]
      })
      for (const [index, sign] of all.entries()) {
        for (const other of all.slice(index + 1))
          expect(distance(sign, other)).toBeGreaterThanOrEqual(sign.radius + other.radius - 0.5)
        layout.members.forEach((place, owner) => {
          if (owner === sign.owner) return
          expect(distance(sign, place)).toBeGreaterThanOrEqual(sign.radius + layout.diameter / 2 - 0.5)
        })
      }
      expect(signBoxes(signs)).toHaveLength(2 * memberCount)
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
