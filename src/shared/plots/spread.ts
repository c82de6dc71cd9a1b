/** A word beside a plot, at the height in pixels where it would like to stand. */
export interface Placed {
  readonly y: number
  readonly height: number
}

/**
 * Heights at which words beside a plot stand without touching: as near to where they belong as the room between 0 and
 * `room` allows, in the order in which they belong. Heights are of their middles.
 */
export function spread(words: readonly Placed[], room: number): number[] {
  const order = words.map((word, index) => ({ ...word, index })).toSorted((a, b) => a.y - b.y)
  const tops: number[] = []
  let lowest = 0
  for (const { y, height } of order) {
    const top = Math.max(lowest, y - height / 2)
    tops.push(top)
    lowest = top + height
  }
  let highest = Math.max(room, lowest - overflow(order, room))
  const middles = Array.from(words, () => 0)
  for (const [at, word] of [...order.entries()].toReversed()) {
    const top = Math.min(tops[at] ?? 0, highest - word.height)
    middles[word.index] = top + word.height / 2
    highest = top
  }
  return middles
}

// More words than there is room for run on below the plot instead of above it.
function overflow(words: readonly Placed[], room: number): number {
  const needed = words.reduce((sum, { height }) => sum + height, 0)
  return needed > room ? 0 : Number.POSITIVE_INFINITY
}
