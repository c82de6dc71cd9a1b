import { counted } from '../count.ts'
import { calendarWords } from '../calendar-words.ts'
import { axisWeeks, type AxisWeek } from '../plots/axis.ts'
import type { Bar, GutterWord, LinePoint } from '../plots/shapes.ts'
import type { PlotValue, ValuesTableModel } from '../plots/values.ts'
import { shareOf, type Share, type Stretch } from './stretches.ts'

type PickShare = (stretch: Stretch) => Share | null

/** With more weeks than these a label is a day, without its month only where that is said before. */
const monthsUntil = 26

/** The axis: days for weeks; for quarters, each year where it begins. */
export function axisOf(stretches: readonly Stretch[], isInQuarters: boolean): readonly AxisWeek[] {
  const currentWeek = stretches.at(-1)?.startsOn ?? ''
  if (!isInQuarters && stretches.length <= monthsUntil) {
    return axisWeeks({ weeks: stretches.map(({ startsOn }) => startsOn), currentWeek })
  }
  return stretches.map(({ startsOn }, index) => ({
    key: startsOn,
    label: isInQuarters ? yearBegun(startsOn, stretches[index - 1]) : calendarWords(startsOn, null),
    isNow: startsOn === currentWeek,
  }))
}

function yearBegun(startsOn: string, before: Stretch | undefined): string {
  const year = startsOn.slice(0, 4)
  return before?.startsOn.slice(0, 4) === year ? '' : year
}

/** One bar each: the members who came at least once. */
export function barsOf(stretches: readonly Stretch[]): readonly Bar[] {
  return stretches.map(({ startsOn, came }, index) => ({ key: startsOn, at: index + 0.5, value: came }))
}

/** What stands beside the columns: the places, how many members are advised at least, and how many came last. */
export function attendanceWords(
  stretches: readonly Stretch[],
  capacity: number,
  fewestMembers: number,
): readonly GutterWord[] {
  const last = stretches.findLast(({ sessions }) => sessions > 0)
  return [
    { key: 'places', at: capacity, words: `${capacity} places` },
    { key: 'advised', at: fewestMembers, words: `${fewestMembers} advised` },
    ...(last === undefined
      ? []
      : [{ key: 'last', at: last.came, words: `${averageWords(last.came)} came`, tone: 'strong' } as const]),
  ]
}

/** A line of shares in percent; it breaks where there is none. */
export function pointsOf(stretches: readonly Stretch[], pick: PickShare): readonly LinePoint[] {
  return stretches.map((stretch, index) => {
    const share = pick(stretch)
    return { key: stretch.startsOn, at: index + 0.5, value: share === null ? null : percentOf(share) }
  })
}

function percentOf({ count, of }: Share): number {
  return (count / of) * 100
}

/** `72 %` of all that is shown together; null where there is nothing to count. */
export function overallWords(stretches: readonly Stretch[], pick: PickShare): string | null {
  const overall = shareOf(stretches.flatMap((stretch) => pick(stretch) ?? []))
  return overall === null ? null : `${Math.round(percentOf(overall))} %`
}

/** What the last one says, at the height of its point. */
export function lastWords(stretches: readonly Stretch[], pick: PickShare): readonly GutterWord[] {
  const last = stretches.flatMap((stretch) => pick(stretch) ?? []).at(-1)
  if (last === undefined) return []
  return [{ key: 'last', at: percentOf(last), words: `${last.count} of ${last.of}`, tone: 'strong' }]
}

export function valuesOf(
  stretches: readonly Stretch[],
  isInQuarters: boolean,
  words: (stretch: Stretch) => string,
): readonly PlotValue[] {
  const beside = stretches.at(-1)?.startsOn ?? ''
  return stretches.map((stretch, index) => ({
    key: stretch.startsOn,
    at: index + 0.5,
    when: `${isInQuarters ? 'Quarter from' : 'Week of'} ${calendarWords(stretch.startsOn, beside, 'long')}`,
    words: stretch.sessions === 0 ? 'no session' : words(stretch),
  }))
}

/** `9 of 11 came, in 3 sessions`; of a quarter, its average. */
export function cameWords({ came, listed, sessions }: Stretch): string {
  return `${averageWords(came)} of ${averageWords(listed)} came, in ${counted(sessions, 'session')}`
}

/** `9`, `8.4`. */
function averageWords(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

export function shareWords(share: Share | null): string {
  return share === null ? 'none before' : `${share.count} of ${share.of}`
}

/** The numbers behind all of a group's plots, the newest first. */
export function stretchTable(stretches: readonly Stretch[], isInQuarters: boolean): ValuesTableModel {
  const beside = stretches.at(-1)?.startsOn ?? ''
  return {
    head: [
      isInQuarters ? 'Quarter from' : 'Week of',
      'Sessions',
      isInQuarters ? 'On the list, on average' : 'On the list',
      isInQuarters ? 'Came, on average' : 'Came',
      'Came to every session of a week',
      'Came again',
    ],
    rows: stretches.toReversed().map((stretch) => ({
      key: stretch.startsOn,
      cells: [
        calendarWords(stretch.startsOn, beside),
        String(stretch.sessions),
        averageWords(stretch.listed),
        averageWords(stretch.came),
        ...[stretch.cameToAll, stretch.cameAgain].map((share) =>
          stretch.sessions === 0 ? '' : shareWords(share),
        ),
      ],
    })),
  }
}
