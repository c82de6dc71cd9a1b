import { calendarWords } from '../../shared/calendar-words.ts'
import { counted } from '../../shared/count.ts'
import type { KeptChart, RetentionReport } from '../../shared/ipc/retention-calls.ts'

export const chartListIds = ['past', 'held', 'later', 'age-unknown', 'never-came'] as const
export type ChartListId = (typeof chartListIds)[number]
export type ListId = ChartListId | 'private'

/** The charts that are not in care, by how they stand. */
export type KeptLists = Readonly<Record<ChartListId, readonly KeptChart[]>>

/** Those with a date by their date, the earliest first; the others by name, as the report has them. */
export function keptLists({ charts }: Pick<RetentionReport, 'charts'>): KeptLists {
  const of = (standing: KeptChart['standing']) => charts.filter((chart) => chart.standing === standing)
  return {
    past: byDate(of('past')),
    later: byDate(of('kept')),
    'age-unknown': of('age-unknown'),
    held: byDate(of('held')),
    'never-came': of('never-came'),
  }
}

function byDate(charts: readonly KeptChart[]): readonly KeptChart[] {
  const last = '9999'
  return charts.toSorted((a, b) => (a.keptUntil ?? last).localeCompare(b.keptUntil ?? last))
}

/** `12 charts are past their date. 3 more are on legal hold. The next falls due on 4 March 2027.` */
export function leadWords(
  { today }: Pick<RetentionReport, 'today'>,
  { past, held, later }: KeptLists,
): string {
  const next = later[0]?.keptUntil ?? null
  return [
    past.length === 0
      ? 'No chart may go today.'
      : `${counted(past.length, 'chart')} ${past.length === 1 ? 'is past its date' : 'are past their date'}.`,
    ...(held.length === 0 ? [] : [`${past.length === 0 ? '' : 'Another '}${held.length} on legal hold.`]),
    ...(next === null ? [] : [`The next falls due on ${calendarWords(next, today, 'long')}.`]),
  ].join(' ')
}

/** The list of a year, and the place of the first chart in it that fell or falls due then. */
export function listOfYear(
  { past, later }: KeptLists,
  year: string,
): { readonly listId: ListId; readonly from: number } {
  const isOfYear = ({ keptUntil }: KeptChart) => keptUntil?.startsWith(year) === true
  const at = past.findIndex(isOfYear)
  return at === -1
    ? { listId: 'later', from: Math.max(0, later.findIndex(isOfYear)) }
    : { listId: 'past', from: at }
}
