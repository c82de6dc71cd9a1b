/** Which line Enter opens, and from where to there several are chosen. Places count from 0. */
export interface Choice {
  readonly current: number
  /** Null while one alone is chosen. */
  readonly anchor: number | null
}

export type Step = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last'

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
}

/** Which step a key makes; undefined for any other key. */
export function stepOf(key: string): Step | undefined {
  return Object.hasOwn(steps, key) ? steps[key] : undefined
}

/** Where a step leads among `count` lines, of which a page shows `pageLines`. */
export function moveBy(current: number, step: Step, count: number, pageLines: number): number {
  const page = Math.max(1, pageLines - 1)
  const target = {
    up: current - 1,
    down: current + 1,
    'page-up': current - page,
    'page-down': current + page,
    first: 0,
    last: count - 1,
  }[step]
  return Math.max(0, Math.min(count - 1, target))
}

/** Goes to a line; with Shift, chooses all from where it began. */
export function moveTo({ current, anchor }: Choice, target: number, extending: boolean): Choice {
  return { current: target, anchor: extending ? (anchor ?? current) : null }
}

/** The first and the last of the chosen lines; null while one alone is. */
export function chosenSpan({
  current,
  anchor,
}: Choice): { readonly first: number; readonly last: number } | null {
  if (anchor === null || anchor === current) return null
  return { first: Math.min(anchor, current), last: Math.max(anchor, current) }
}
