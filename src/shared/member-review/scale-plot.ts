import { cutOffs, bandOf } from '../measures/scales.ts'
import { standingResults, type ScaleResult } from '../measures/scale-result.ts'
import type { LinePoint, PlotSign } from '../plots/shapes.ts'
import { calendarWords, weekdayWords } from '../calendar-words.ts'
import { atDay, type MemberWindow } from './member-window.ts'
import type { ValuesTableModel } from '../plots/values.ts'
import type { PlotModel } from '../plots/plot-model.ts'
import { weekOfDay } from '../care/calendar-week.ts'

export interface ScaleModel extends PlotModel {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly points: readonly LinePoint[]
  readonly flags: readonly PlotSign[]
  /** Where a band above the first begins. */
  readonly cutOffs: readonly number[]
}

const labelledUntil = 12

/** One plot for each questionnaire that somebody has filled in, in the order of their names. */
export function scaleModels(results: readonly ScaleResult[], window: MemberWindow): readonly ScaleModel[] {
  const known = Map.groupBy(standingResults(results), ({ scale, name }) => `${scale} ${name}`)
  return [...known]
    .toSorted(([a], [b]) => order(a) - order(b) || a.localeCompare(b))
    .flatMap(([key, all]) => scaleModel(key, all, window) ?? [])
}

// The PHQ-9 and the GAD-7 before the clinic's own.
function order(key: string): number {
  return ['phq-9', 'gad-7', 'own'].indexOf(key.split(' ')[0] ?? '')
}

interface Shown {
  readonly result: ScaleResult
  readonly at: number
  readonly total: number
}

function scaleModel(key: string, all: readonly ScaleResult[], window: MemberWindow): ScaleModel | null {
  const last = all.at(-1)
  if (last === undefined) return null
  const shown = all.flatMap((result): Shown[] => {
    const at = atDay(window, result.takenOn)
    return at === null || result.total === null ? [] : [{ result, at, total: result.total }]
  })
  const { scale, name } = last
  const bands = scale === 'own' ? [] : cutOffs(scale)
  const highest = Math.max(...all.map((one) => one.highest))
  return {
    key,
    name,
    note: noteOf(shown, window),
    domain: [Math.min(...all.map(({ lowest }) => lowest)), highest],
    points: shown.map(({ result, at, total }) => ({
      key: result.resultId,
      at,
      value: total,
      ...(shown.length <= labelledUntil ? { label: String(total) } : {}),
    })),
    flags: flagsOf(shown, highest),
    cutOffs: bands.map(({ from }) => from),
    gutter: bands.map(({ from, words }, index) => ({
      key: words,
      at: (from + (bands[index + 1]?.from ?? highest)) / 2,
      words,
    })),
    values: shown.map(({ result, at, total }) => ({
      key: result.resultId,
      at,
      when: calendarWords(result.takenOn, window.currentWeek, 'long'),
      words: resultWords(result, total),
    })),
    table: () => tableOf(scale, shown),
  }
}

// Below the point, where its number is not.
function flagsOf(shown: readonly Shown[], highest: number): readonly PlotSign[] {
  return shown.flatMap(({ result, at, total }): PlotSign[] =>
    (result.item9 ?? 0) > 0
      ? [
          {
            key: result.resultId,
            at,
            value: total - highest / 6,
            sign: 'flag',
            words: ['item 9'],
            tone: 'risk',
          },
        ]
      : [],
  )
}

function tableOf(scale: ScaleResult['scale'], shown: readonly Shown[]): ValuesTableModel {
  return {
    head: [
      'Filled in on',
      'Total',
      ...(scale === 'own' ? [] : ['That is']),
      ...(scale === 'phq-9' ? ['Item 9'] : []),
    ],
    rows: shown.toReversed().map(({ result, total }) => ({
      key: result.resultId,
      cells: [
        calendarWords(result.takenOn, ''),
        String(total),
        ...(scale === 'own' ? [] : [bandOf(scale, total).words]),
        ...(scale === 'phq-9' ? [result.item9 === null ? 'not known' : String(result.item9)] : []),
      ],
    })),
  }
}

function resultWords({ scale, item9 }: ScaleResult, total: number): string {
  const band = scale === 'own' ? '' : `, ${bandOf(scale, total).words}`
  return `${total}${band}${(item9 ?? 0) > 0 ? `, item 9 answered with ${item9}` : ''}`
}

/** `9 on Monday, down from 16`. */
function noteOf(
  shown: readonly { readonly result: ScaleResult; readonly total: number }[],
  { currentWeek, weekStartsOn }: MemberWindow,
): string {
  const last = shown.at(-1)
  const first = shown[0]
  if (last === undefined || first === undefined) return 'none in these weeks'
  const { takenOn } = last.result
  const day =
    weekOfDay(takenOn, weekStartsOn) === currentWeek
      ? weekdayWords(takenOn)
      : calendarWords(takenOn, currentWeek)
  if (first === last || first.total === last.total) return `${last.total} on ${day}`
  return `${last.total} on ${day}, ${last.total < first.total ? 'down' : 'up'} from ${first.total}`
}
