import { calendarWords, monthWords } from '../calendar-words.ts'

/** One week of the axis. Its label may be empty where there is no room for all of them. */
export interface AxisWeek {
  readonly key: string
  readonly label: string
  /** The week that runs now: it stands out, and its column runs through all plots. */
  readonly isNow: boolean
}

/** Where something stands, in weeks from the beginning of the axis: 0.5 is the middle of the first one. */
export type AtWeek = number

/**
 * Which weeks are labelled where each label needs `labelWidth`: every one that has a label, or every second, fifth, … up to
 * the last.
 */
export function labelledWeeks(
  weeks: readonly AxisWeek[],
  width: number,
  labelWidth: number,
): { readonly week: AxisWeek; readonly at: AtWeek }[] {
  const apart = (labelWidth * weeks.length) / Math.max(1, width)
  const labelled: { readonly week: AxisWeek; readonly at: AtWeek }[] = []
  for (const [index, week] of [...weeks.entries()].toReversed()) {
    const next = labelled[0]
    if (week.label === '' || (next !== undefined && next.at - index - 0.5 < apart)) continue
    labelled.unshift({ week, at: index + 0.5 })
  }
  return labelled
}

/** The place of one of several things of a week: side by side around its middle, in their order. */
export function slotInWeek(week: number, index: number, count: number): AtWeek {
  const step = Math.min(1 / (count + 1), widestStep)
  return week + 0.5 + (index - (count - 1) / 2) * step
}

/** Few things of a week stand together instead of all over it. */
const widestStep = 0.18

/** With so many weeks the labels are months. */
const labelsDaysUntil = 26

/** `1 Sep`, `8`, `15`, …, `6 Oct`: the month where it begins; months and years where there are many weeks. */
export function axisWeeks({
  weeks,
  currentWeek,
}: {
  readonly weeks: readonly string[]
  readonly currentWeek: string
}): readonly AxisWeek[] {
  const isLong = weeks.length > labelsDaysUntil
  return weeks.map((week, index) => ({
    key: week,
    isNow: week === currentWeek,
    label: isLong
      ? monthWords(week)
      : week.slice(0, 7) === weeks[index - 1]?.slice(0, 7)
        ? String(Number(week.slice(8)))
        : calendarWords(week, null),
  }))
}
