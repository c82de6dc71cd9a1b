import type { AtWeek } from './axis.ts'

/** One column of a week or a quarter. */
export interface Bar {
  readonly key: string
  readonly at: AtWeek
  readonly value: number
  /** A lighter bar is one that stays below a line; it is said in `label` too. */
  readonly isLight?: boolean
  /** Where it is expected to come to: the rest is dashed. */
  readonly expected?: number
  /** Above the bar: a number, and in softer ink a word about it. */
  readonly label?: string
  readonly caption?: string
}

/** Where something began and where it ended; either may be unknown. */
export interface Pair {
  readonly key: string
  readonly at: AtWeek
  readonly start: number | null
  readonly end: number | null
}

/** A point of a line. */
export interface LinePoint {
  readonly key: string
  readonly at: AtWeek
  /** Null where there is no value: the line breaks. */
  readonly value: number | null
  /** A number above the point, or below it where `isBelow`. */
  readonly label?: string
  readonly isBelow?: boolean
}

/** The range that somebody usually keeps to, at a point; null where it is unknown. */
export interface BandPoint {
  readonly at: AtWeek
  readonly range: { readonly from: number; readonly to: number } | null
}

/** A sign in place of a value, with a word or two under it. */
export interface PlotSign {
  readonly key: string
  readonly at: AtWeek
  readonly value: number
  readonly sign: 'ear' | 'flag'
  readonly words?: readonly string[]
  readonly tone?: 'soft' | 'risk'
}

/** A word beside a plot, at the height of the value that it speaks of. */
export interface GutterWord {
  readonly key: string
  readonly at: number
  readonly words: string
  /** `strong` for what is now, `amber` for what is to be looked at, `risk` for risk alone. */
  readonly tone?: 'soft' | 'strong' | 'amber' | 'risk'
}
