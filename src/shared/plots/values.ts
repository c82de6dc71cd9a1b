import type { AtWeek } from './axis.ts'

/** A value that the keyboard and the pointer reach. */
export interface PlotValue {
  readonly key: string
  readonly at: AtWeek
  /** When it was: `Week of 3 November`. */
  readonly when: string
  /** What it says: `8:20 of 9 hours`. */
  readonly words: string
}

/** What is heard when a value is reached. */
export function spokenValue({ when, words }: PlotValue): string {
  return `${when}: ${words}`
}

/** The value nearest to a place on the axis; of values in ascending order. -1 where there is none. */
export function nearest(values: readonly PlotValue[], at: AtWeek): number {
  let best = -1
  let bestDistance = Number.POSITIVE_INFINITY
  for (const [index, value] of values.entries()) {
    const distance = Math.abs(value.at - at)
    if (distance > bestDistance) continue
    best = index
    bestDistance = distance
  }
  return best
}

/** The numbers behind a plot. The first column names the rows. */
export interface ValuesTableModel {
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}
