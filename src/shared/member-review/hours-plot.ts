import type { HoursOfMember } from '../ipc/hours-calls.ts'
import type { MemberSession } from '../ipc/member-calls.ts'
import { hoursAndMinutes } from '../record/document-times.ts'
import type { Bar, GutterWord } from '../plots/shapes.ts'
import { capitalised } from '../capitalised.ts'
import { calendarWords, weekdayWords } from '../calendar-words.ts'
import { indexOfWeek, type MemberWindow } from './member-window.ts'
import type { PlotModel } from '../plots/plot-model.ts'
import { isoDay } from '../iso-day.ts'

export type Week = HoursOfMember['weeks'][number]
type Projection = HoursOfMember['projection']

const hourMs = 3_600_000
/** With more weeks than these, numbers over the bars would stand on each other. */
const labelledUntil = 16

export interface HoursModel extends PlotModel {
  readonly bars: readonly Bar[]
  /** In hours; null where none are asked. */
  readonly target: number | null
}

/** Why a week was short, by the first day of the week, in a word: `holiday`, `excused`. */
export type Reasons = ReadonlyMap<string, string>

/** Minutes attended, week by week, against the hours that are asked; the current week with what it will come to. */
export function hoursModel(hours: HoursOfMember, window: MemberWindow, reasons: Reasons): HoursModel {
  const { projection } = hours
  const byStart = new Map(hours.weeks.map((week) => [week.startsOn, week]))
  const shown = window.weeks.flatMap((startsOn, index) => {
    const week = byStart.get(startsOn)
    return week === undefined ? [] : [{ week, at: index + 0.5 }]
  })
  const targetMs = shown.at(-1)?.week.targetMs ?? projection.targetMs
  const showsCurrent = window.weeks.includes(window.currentWeek)
  const most = Math.max(targetMs, projection.expectedMs, ...shown.map(({ week }) => drawnOf(week)))
  const hasLabels = window.weeks.length <= labelledUntil
  return {
    target: targetMs === 0 ? null : targetMs / hourMs,
    domain: [0, Math.max(1, most / hourMs)],
    bars: withoutRepeats(
      shown.map(({ week, at }) => barOf(week, at, { projection, window, reasons, hasLabels })),
    ),
    values: shown.map(({ week, at }) => ({
      key: week.startsOn,
      at,
      when: `Week of ${calendarWords(week.startsOn, window.currentWeek, 'long')}`,
      words: weekWords(week, week.startsOn === window.currentWeek ? projection : null, reasons),
    })),
    gutter: gutterOf(
      targetMs,
      showsCurrent ? projection : null,
      byStart.get(window.currentWeek),
      window.zone,
    ),
    table: () =>
      hoursTable(
        hours,
        shown.map(({ week }) => week),
        window,
        reasons,
      ),
  }
}

// A holiday of two weeks is said once: words over neighbours would touch.
function withoutRepeats(bars: readonly Bar[]): readonly Bar[] {
  return bars.map((bar, index) => {
    const { caption, ...rest } = bar
    return caption !== undefined && caption === bars[index - 1]?.caption ? rest : bar
  })
}

const unlabelled: ReadonlySet<Week['status']> = new Set(['met', 'away', 'beside'])

interface BarBasis {
  readonly projection: Projection
  readonly window: MemberWindow
  readonly reasons: Reasons
  readonly hasLabels: boolean
}

function barOf(week: Week, at: number, { projection, window, reasons, hasLabels }: BarBasis): Bar {
  const isCurrent = week.startsOn === window.currentWeek
  const isLabelled = hasLabels && !unlabelled.has(week.status) && !isCurrent
  const caption = reasons.get(week.startsOn) ?? captions[week.status]
  return {
    key: week.startsOn,
    at,
    value: drawnOf(week) / hourMs,
    isLight: !isCurrent && week.status !== 'met',
    ...(isCurrent && projection.expectedMs > week.countedMs
      ? { expected: projection.expectedMs / hourMs }
      : {}),
    ...(isLabelled ? { label: hoursAndMinutes(week.countedMs) } : {}),
    ...(isLabelled && caption !== '' ? { caption } : {}),
  }
}

/** What a bar shows: what counts; where nothing does, the time in groups all the same. */
function drawnOf({ status, countedMs, besideMs }: Week): number {
  return status === 'beside' ? countedMs + besideMs : countedMs
}

const captions: Readonly<Record<Week['status'], string>> = {
  met: '',
  short: '',
  exempt: 'exempt',
  partial: 'part of it',
  beside: '',
  away: '',
  open: '',
}

/** `8:20 of 9 hours, holiday`. */
function weekWords(week: Week, projection: Projection | null, reasons: Reasons): string {
  const { countedMs, targetMs, besideMs, status } = week
  if (status === 'beside') return `${hoursAndMinutes(drawnOf(week))} in groups, no hours asked`
  const reason = reasons.get(week.startsOn) ?? captions[week.status]
  const parts = [
    `${hoursAndMinutes(countedMs)} of ${hoursWords(targetMs)}`,
    besideMs === 0 ? '' : `${hoursAndMinutes(besideMs)} beside the program`,
    projection === null || projection.plannedMs === 0
      ? ''
      : `${hoursAndMinutes(projection.expectedMs)} expected by its end`,
    reason,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** `9 hours`, `7:30 hours`. */
export function hoursWords(ms: number): string {
  const words = ms % hourMs === 0 ? String(ms / hourMs) : hoursAndMinutes(ms)
  return `${words} ${words === '1' ? 'hour' : 'hours'}`
}

function gutterOf(
  targetMs: number,
  projection: Projection | null,
  current: Week | undefined,
  zone: string,
): readonly GutterWord[] {
  if (targetMs === 0) return [{ key: 'line', at: 0, words: 'no hours asked' }]
  const line: GutterWord = { key: 'line', at: targetMs / hourMs, words: `${hoursWords(targetMs)} a week` }
  if (projection === null || current === undefined) return [line]
  const { attendedMs, expectedMs, plannedMs } = projection
  const at = expectedMs / hourMs
  const missing = missed(projection, zone)
  const isShort = projection.toFindMs > 0 && (current.status === 'open' || current.status === 'short')
  const soFar: GutterWord = {
    key: 'so-far',
    at: attendedMs / hourMs,
    words: `${hoursAndMinutes(attendedMs)} so far`,
  }
  if (plannedMs === 0 && missing === '') return [line, { ...soFar, tone: 'strong' }]
  return [
    line,
    {
      key: 'expected',
      at,
      words: `${hoursAndMinutes(expectedMs)} expected`,
      tone: isShort ? 'amber' : 'strong',
    },
    ...(isShort
      ? [{ key: 'short', at, words: `${hoursAndMinutes(projection.toFindMs)} short`, tone: 'amber' } as const]
      : []),
    ...(missing === '' ? [] : [{ key: 'missing', at, words: missing }]),
    ...(current.status === 'exempt' ? [{ key: 'exempt', at, words: 'exempt' }] : []),
    soFar,
  ]
}

/** `Thursday excused`: the first thing of the week that they are known not to come to. */
function missed({ planned }: Projection, zone: string): string {
  const one = planned.find(({ presence }) => presence !== null && presence in absent)
  if (one === undefined || one.presence === null) return ''
  return `${weekdayWords(isoDay(one.startMs, zone))} ${absent[one.presence] ?? ''}`
}

const absent: Readonly<Partial<Record<string, string>>> = {
  excused: 'excused',
  absent: 'not coming',
  substituted: 'seen alone',
  left: 'left',
}

function hoursTable(
  { countsBreaks, projection }: HoursOfMember,
  weeks: readonly Week[],
  { currentWeek }: MemberWindow,
  reasons: Reasons,
) {
  const hasBeside = weeks.some(({ besideMs }) => besideMs > 0)
  return {
    head: [
      'Week of',
      'Sessions',
      'In the room',
      countsBreaks ? 'Of it in breaks' : 'Breaks, left out',
      ...(hasBeside ? ['Beside the program, left out'] : []),
      'Alone',
      'Counted',
      'Asked',
      '',
    ],
    rows: weeks.toReversed().map((week) => ({
      key: week.startsOn,
      cells: [
        calendarWords(week.startsOn, currentWeek),
        String(week.sessions),
        hoursAndMinutes(week.presentMs),
        hoursAndMinutes(week.breakMs),
        ...(hasBeside ? [hoursAndMinutes(week.besideMs)] : []),
        hoursAndMinutes(week.individualMs),
        hoursAndMinutes(week.countedMs),
        week.status === 'beside' ? '' : hoursAndMinutes(week.targetMs),
        capitalised(
          week.startsOn === currentWeek && projection.plannedMs > 0
            ? `${hoursAndMinutes(projection.expectedMs)} expected`
            : (reasons.get(week.startsOn) ?? statusWords[week.status]),
        ),
      ],
    })),
  }
}

const statusWords: Readonly<Record<Week['status'], string>> = {
  ...captions,
  met: 'reached',
  short: 'below',
  beside: 'no hours asked',
  away: 'not enrolled',
  open: 'goes on',
}

const longestReason = 14

/**
 * Why somebody was not there, week by week, where it is known: an exemption's own reason where that is a word or two, and
 * otherwise how they stand on the list of a session.
 */
export function reasonsOf(
  sessions: readonly Pick<MemberSession, 'startedAtMs' | 'presence'>[],
  exemptions: readonly { readonly from: string; readonly until: string | null; readonly reason: string }[],
  window: MemberWindow,
): Reasons {
  const reasons = new Map<string, string>()
  for (const { startedAtMs, presence } of sessions) {
    const word = missedWords[presence]
    const week = window.weeks[indexOfWeek(window, startedAtMs)]
    if (word !== undefined && week !== undefined && !reasons.has(week)) reasons.set(week, word)
  }
  for (const { from, until, reason } of exemptions) {
    const word = reason.length <= longestReason ? reason : 'exempt'
    for (const week of window.weeks) {
      if (week <= (until ?? week) && endOf(week) >= from) reasons.set(week, word)
    }
  }
  return reasons
}

const missedWords: Readonly<Partial<Record<MemberSession['presence'], string>>> = {
  excused: 'excused',
  substituted: 'seen alone',
}

function endOf(week: string): string {
  return new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10)
}
