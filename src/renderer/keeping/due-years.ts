import { counted } from '../../shared/count.ts'
import type { KeptChart } from '../../shared/ipc/retention-calls.ts'
import type { AxisWeek } from '../../shared/plots/axis.ts'
import type { PlotModel } from '../../shared/plots/plot-model.ts'
import type { Bar, GutterWord } from '../../shared/plots/shapes.ts'
import type { KeptLists } from './kept-lists.ts'

/** How many charts fell or fall due in a year. */
export interface DueYear {
  /** `2027`. */
  readonly key: string
  /** Those that are past their date today. */
  readonly pastCount: number
  readonly laterCount: number
  /** Those of both that are on legal hold. */
  readonly heldCount: number
}

/** Fewer would stand far apart. */
const fewestYears = 10

/** Every year from the first in which a chart fell due that is still here to the last in which one falls due. */
export function dueYears({ past, held, later }: KeptLists, today: string): readonly DueYear[] {
  const pastByYear = byYear([...past, ...held])
  const laterByYear = byYear(later)
  const thisYear = yearOf(today)
  const first = Math.min(thisYear, ...pastByYear.keys())
  const last = Math.max(thisYear + 1, first + fewestYears - 1, ...laterByYear.keys())
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const pastDue = pastByYear.get(first + index) ?? []
    const laterDue = laterByYear.get(first + index) ?? []
    return {
      key: String(first + index),
      pastCount: pastDue.length,
      laterCount: laterDue.length,
      heldCount: [...pastDue, ...laterDue].filter(({ isHeld }) => isHeld).length,
    }
  })
}

function byYear(charts: readonly KeptChart[]): ReadonlyMap<number, readonly KeptChart[]> {
  const dated = charts.filter(({ keptUntil }) => keptUntil !== null)
  return Map.groupBy(dated, ({ keptUntil }) => yearOf(keptUntil ?? ''))
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

export function axisOf(years: readonly DueYear[], today: string): readonly AxisWeek[] {
  return years.map(({ key }) => ({ key, label: key, isNow: today.startsWith(key) }))
}

export interface DueModel extends PlotModel {
  readonly bars: readonly Bar[]
}

/** What is past its date is dark, what is to come light; of a year that has both, the dark stands before the light. */
export function dueModel(years: readonly DueYear[]): DueModel {
  const most = Math.max(1, ...years.map(totalOf))
  return {
    bars: years.flatMap(barsOf),
    values: years.map((year, at) => ({ key: year.key, at: at + 0.5, when: year.key, words: wordsOf(year) })),
    gutter: gutterOf(years, most),
    domain: [0, most],
    table: () => ({
      head: ['Fall due', 'Past their date', 'Later', 'On legal hold'],
      rows: years.map(({ key, pastCount, laterCount, heldCount }) => ({
        key,
        cells: [key, String(pastCount), String(laterCount), String(heldCount)],
      })),
    }),
  }
}

// What the two shades mean, in place of a legend.
function gutterOf(years: readonly DueYear[], most: number): readonly GutterWord[] {
  const past = years.reduce((sum, { pastCount }) => sum + pastCount, 0)
  const later = years.reduce((sum, { laterCount }) => sum + laterCount, 0)
  return [
    { key: 'past', at: most * 0.7, words: countOrNone(past, 'past'), tone: 'strong' },
    { key: 'later', at: most * 0.25, words: countOrNone(later, 'to come') },
  ]
}

function countOrNone(count: number, what: string): string {
  return `${count === 0 ? 'none' : count} ${what}`
}

function barsOf(year: DueYear, at: number): readonly Bar[] {
  const total = totalOf(year)
  if (total === 0) return []
  const { key, pastCount } = year
  const place = { at: at + 0.5 }
  return [
    { ...place, key, value: total, isLight: true, label: String(total) },
    ...(pastCount === 0 ? [] : [{ ...place, key: `${key} past`, value: pastCount }]),
  ]
}

function totalOf({ pastCount, laterCount }: DueYear): number {
  return pastCount + laterCount
}

function wordsOf(year: DueYear): string {
  const { pastCount, laterCount, heldCount } = year
  const parts = [
    ...(pastCount === 0 ? [] : [`${pastCount} past`]),
    ...(laterCount === 0 || pastCount === 0 ? [] : [`${laterCount} to come`]),
    ...(heldCount === 0 ? [] : [`${heldCount} on legal hold`]),
  ]
  return [counted(totalOf(year), 'chart'), ...parts].join(', ')
}
