import { scaleLinear } from 'd3-scale'

/** One week of the axis. Its label may be empty where there is no room for all of them. */
export interface AxisWeek {
  readonly key: string
  readonly label: string
  /** The week that runs now: it stands out, and its column runs through all plots. */
  readonly isNow: boolean
}

/** Where something stands, in weeks from the beginning of the axis: 0.5 is the middle of the first one. */
export type AtWeek = number

/** Weeks to pixels. */
export function weekScale(weekCount: number, width: number): (at: AtWeek) => number {
  return scaleLinear()
    .domain([0, Math.max(1, weekCount)])
    .range([0, width])
}

/** Which weeks are labelled where each label needs `labelWidth`: every one, or every second, fifth, … up to the last. */
export function labelledWeeks(
  weeks: readonly AxisWeek[],
  width: number,
  labelWidth: number,
): { readonly week: AxisWeek; readonly at: AtWeek }[] {
  const all = weeks.map((week, index) => ({ week, at: index + 0.5 }))
  const apart = Math.ceil((labelWidth * weeks.length) / Math.max(1, width))
  return all.filter((_, index) => (weeks.length - 1 - index) % Math.max(1, apart) === 0)
}

/** The place of one of several things of a week: side by side around its middle, in their order. */
export function slotInWeek(week: number, index: number, count: number): AtWeek {
  const step = Math.min(1 / (count + 1), widestStep)
  return week + 0.5 + (index - (count - 1) / 2) * step
}

/** Few things of a week stand together instead of all over it. */
const widestStep = 0.18
