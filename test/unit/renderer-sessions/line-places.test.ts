import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLinePlaces } from '../../../src/renderer/sessions/line-places.ts'

const count = 10_000
const inSight = 11

/** The lines that are drawn when this one is the first in sight, with what each is drawn in. */
function draw(places: ReturnType<typeof createLinePlaces>, first: number) {
  const lines = places.linesOf({ startIndex: first, endIndex: first + inSight - 1, count })
  return { lines, keys: lines.map(places.keyOf) }
}

it('draws a line beyond each edge, and more, while it is scrolled line by line, and each line stays what it is', () => {
  const places = createLinePlaces()
  draw(places, 100)
  const before = draw(places, 101)
  expect(before.lines).toEqual(Array.from({ length: inSight + 4 }, (_, place) => 99 + place))
  const after = draw(places, 102)
  const staying = after.lines.filter((line) => before.lines.includes(line))
  expect(staying).toHaveLength(inSight + 3)
  for (const line of staying) {
    expect(after.keys[after.lines.indexOf(line)]).toBe(before.keys[before.lines.indexOf(line)])
  }
})

it('has all lines take over what was drawn, in the same order, where others come in their place', () => {
  const places = createLinePlaces()
  const before = draw(places, 100)
  const after = draw(places, 4_000)
  expect(after.lines).toEqual(Array.from({ length: inSight }, (_, place) => 4_000 + place))
  expect(after.keys).toEqual(before.keys)
})

it('draws every line in sight once and in order, wherever somebody goes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(count - inSight), { minLength: 1, maxLength: 40 }), (firsts) => {
      const places = createLinePlaces()
      for (const first of firsts) {
        const { lines, keys } = draw(places, first)
        expect(lines).toEqual(expect.arrayContaining([first, first + inSight - 1]))
        for (const [place, line] of lines.entries()) expect(line).toBe((lines[0] ?? 0) + place)
        expect(lines[0]).toBeGreaterThanOrEqual(0)
        expect(lines.at(-1)).toBeLessThan(count)
        expect(new Set(keys).size).toBe(keys.length)
      }
    }),
  )
})

it('draws nothing where there is nothing, and goes on when there is again', () => {
  const places = createLinePlaces()
  draw(places, 0)
  expect(places.linesOf({ startIndex: 0, endIndex: 0, count: 1 })).toEqual([0])
  expect(draw(places, 0).lines).toHaveLength(inSight)
})
