import type { Range } from '@tanstack/react-virtual'

/** Lines that are drawn beyond each edge while a table is scrolled so that it can be read. */
const overscan = 2

export interface LinePlaces {
  /** Which lines to draw, from the first to the last. */
  readonly linesOf: (inSight: Pick<Range, 'startIndex' | 'endIndex' | 'count'>) => number[]
  /** What a line is drawn in: another line with the same key takes over its elements. */
  readonly keyOf: (index: number) => number
}

/**
 * What the lines in sight are drawn in. A line that stays in sight keeps it, and one that comes is made anew. Where most
 * of them are other ones, all take over what the ones at their places were drawn in, since other words are written far
 * faster than elements are made; and nothing is drawn beyond the edges, for it would be gone before it is seen. Either
 * way nothing is moved: what is moved is laid out anew, and lines would be heard in another order than they are seen.
 */
export function createLinePlaces(): LinePlaces {
  let [first, last, shift] = [0, -1, 0]
  return {
    linesOf({ startIndex, endIndex, count }) {
      const staying = Math.min(last, endIndex) - Math.max(first, startIndex) + 1
      const isLeap = staying * 2 < endIndex - startIndex + 1
      const beyond = isLeap ? 0 : overscan
      const from = Math.max(0, startIndex - beyond)
      const to = Math.min(count - 1, endIndex + beyond)
      if (isLeap) shift += from - first
      first = from
      last = to
      return Array.from({ length: to - from + 1 }, (_, place) => from + place)
    },
    keyOf: (index) => index - shift,
  }
}
