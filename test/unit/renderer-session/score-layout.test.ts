import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterBy, timeTicks } from '../../../src/renderer/session/score-layout.ts'
import { barsPath, dotsPath, staffPath } from '../../../src/renderer/session/score-paths.ts'
import { differenceWords } from '../../../src/renderer/session/phase-difference.ts'

const minute = 60_000
/** 18:05 UTC. */
const startMs = Date.UTC(2026, 10, 17, 18, 5)

describe('the time of day below the line', () => {
  it('stands at round times between the start and the end, clear of both', () => {
    const ticks = timeTicks(90 * minute, startMs, { msPerPx: (90 * minute) / 700 })
    const clocks = ticks.map(({ wallMs }) => new Date(wallMs).toISOString().slice(11, 16))
    expect(clocks).toEqual(['18:05', '18:15', '18:30', '18:45', '19:00', '19:15', '19:35'])
  })

  it('never stands upon another, however long the session and however narrow the line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 200, max: 1_600 }),
        fc.integer({ min: 0, max: 59 }),
        (minutes, width, past) => {
          const lengthMs = minutes * minute
          const msPerPx = lengthMs / width
          const places = timeTicks(lengthMs, startMs + past * minute, { msPerPx }).map(
            ({ ms }) => ms / msPerPx,
          )
          const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
          expect(gaps.filter((gap) => gap < 60)).toEqual([])
        },
      ),
    )
  })
})

describe('signs on a line', () => {
  it('that would lie upon each other are one where they are the same, and moved on where they are not', () => {
    const items = [
      { atMs: 0, mark: 'skill' },
      { atMs: 5, mark: 'skill' },
      { atMs: 6, mark: 'asked' },
      { atMs: 40, mark: 'skill' },
    ]
    const clusters = clusterBy(items, ({ mark }) => mark, 10)
    expect(clusters.map(({ atMs, items: all }) => [atMs, all.length])).toEqual([
      [0, 2],
      [10, 1],
      [40, 1],
    ])
  })

  it('are all there, none nearer to another than asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ atMs: fc.integer({ min: 0, max: 500 }), mark: fc.constantFrom('a', 'b', 'c') })),
        (unsorted) => {
          const items = unsorted.toSorted((a, b) => a.atMs - b.atMs)
          const clusters = clusterBy(items, ({ mark }) => mark, 14)
          expect(clusters.flatMap((cluster) => cluster.items).length).toBe(items.length)
          const gaps = clusters.slice(1).map(({ atMs }, index) => atMs - (clusters[index]?.atMs ?? 0))
          expect(gaps.filter((gap) => gap < 14)).toEqual([])
        },
      ),
    )
  })
})

describe('paths', () => {
  it('draw what is nearer than can be seen as one, and nothing shorter than can be seen', () => {
    const spans = [
      { startMs: 0, endMs: 10 },
      { startMs: 12, endMs: 20 },
      { startMs: 100, endMs: 101 },
    ]
    expect(barsPath(spans, 5, 3)).toBe('M0 5H20M100 5H101')
    expect(barsPath(spans, 5, 0, 30)).toBe('M0 5H42M100 5H130')
    expect(barsPath([], 5, 3)).toBe('')
    expect(dotsPath([3, 7], 2)).toBe('M3 2h0M7 2h0')
  })

  it('draw five lines for each time in the room', () => {
    const path = staffPath([{ startMs: 0, endMs: 9 }], 20, 4)
    expect(path).toBe('M0 12H9M0 16H9M0 20H9M0 24H9M0 28H9')
  })
})

it('says by how many whole minutes a phase was longer or shorter, where there is any', () => {
  const phase = { plannedMinutes: 15, isInserted: false }
  expect(differenceWords({ ...phase, actualMs: 16.6 * minute })).toEqual({ words: '+2', isMore: true })
  expect(differenceWords({ ...phase, actualMs: 12 * minute })).toEqual({ words: '−3', isMore: false })
  expect(differenceWords({ ...phase, actualMs: 15.4 * minute })).toBeNull()
  expect(differenceWords({ ...phase, isInserted: true, actualMs: 3 * minute })).toBeNull()
})
