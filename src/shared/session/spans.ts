/** A stretch of session time, milliseconds from its start; the end is no longer in it. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** The same time in as few spans as it takes, in order. Empty ones are gone. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    if (span.endMs <= span.startMs) continue
    const last = merged.at(-1)
    if (last === undefined || span.startMs > last.endMs) merged.push(span)
    else if (span.endMs > last.endMs) merged[merged.length - 1] = { ...last, endMs: span.endMs }
  }
  return merged
}

/** What is in both. Each list is in order and does not overlap itself. */
export function commonSpans(some: readonly Span[], others: readonly Span[]): Span[] {
  const common: Span[] = []
  let [here, there] = [0, 0]
  for (let one = some[here], other = others[there]; one !== undefined && other !== undefined;) {
    const startMs = Math.max(one.startMs, other.startMs)
    const endMs = Math.min(one.endMs, other.endMs)
    if (startMs < endMs) common.push({ startMs, endMs })
    if (one.endMs < other.endMs) one = some[++here]
    else other = others[++there]
  }
  return common
}

/** What is in the first and not in the second. Each list is in order and does not overlap itself. */
export function withoutSpans(some: readonly Span[], others: readonly Span[]): Span[] {
  return commonSpans(some, between(others))
}

// Everything but these spans, without a beginning and an end.
function between(spans: readonly Span[]): Span[] {
  const starts = [-Infinity, ...spans.map(({ endMs }) => endMs)]
  const ends = [...spans.map(({ startMs }) => startMs), Infinity]
  return starts.flatMap((startMs, index) => {
    const endMs = ends[index] ?? Infinity
    return startMs < endMs ? [{ startMs, endMs }] : []
  })
}

/** How long they last together. */
export function totalOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/** The last of what begins no later than a moment; the list is in the order of its beginnings. */
export function lastBegun<Item extends { readonly startMs: number }>(
  items: readonly Item[],
  ms: number,
): Item | undefined {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((items[middle]?.startMs ?? Infinity) <= ms) low = middle + 1
    else high = middle
  }
  return items[low - 1]
}

/** The one that a moment falls into; the list is in order and does not overlap itself. */
export function spanAt<Item extends Span>(items: readonly Item[], ms: number): Item | undefined {
  const item = lastBegun(items, ms)
  return item !== undefined && ms < item.endMs ? item : undefined
}
