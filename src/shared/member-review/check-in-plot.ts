import type { MemberSession } from '../ipc/member-calls.ts'
import type { Measure } from '../measures/measure.ts'
import { longSessionDay, sessionDay } from '../calendar-words.ts'
import type { Pair } from '../plots/shapes.ts'
import type { PlacedSession } from './place-sessions.ts'
import type { PlotModel } from '../plots/plot-model.ts'

export interface CheckInModel extends PlotModel {
  readonly pairs: readonly Pair[]
  readonly note: string
}

/** The numbers that somebody gave for one measure at the start and the end of sessions; null where they gave none. */
export function checkInModel(
  measure: Measure,
  placed: readonly PlacedSession[],
  zone: string,
): CheckInModel | null {
  const given = placed.flatMap(({ session, at }) => {
    const numbers = session.checkIns.find(({ measureId }) => measureId === measure.id)
    return numbers === undefined ? [] : [{ session, at, start: numbers.start, end: numbers.end }]
  })
  const last = given.at(-1)
  if (last === undefined) return null
  return {
    domain: [0, 10],
    pairs: given.map(({ session, at, start, end }) => ({ key: session.sessionId, at, start, end })),
    values: given.map(({ session, at, start, end }) => ({
      key: session.sessionId,
      at,
      when: longSessionDay(session.startedAtMs, zone),
      words: numberWords(start, end),
    })),
    note: noteOf(measure, given),
    gutter: gutterOf(last),
    table: () => ({
      head: ['Session', 'At the start', 'At the end'],
      rows: given.toReversed().map(({ session, start, end }) => ({
        key: session.sessionId,
        cells: [sessionWords(session, zone), String(start ?? ''), String(end ?? '')],
      })),
    }),
  }
}

interface Numbers {
  readonly start: number | null
  readonly end: number | null
}

function numberWords(start: number | null, end: number | null): string {
  if (start === null) return `${end} at the end`
  if (end === null) return `${start} at the start`
  return `${start} at the start, ${end} at the end`
}

/** `higher at the end in 45 of 53 sessions`: of those with a number at both ends. */
function noteOf({ better }: Measure, given: readonly Numbers[]): string {
  const both = given.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]))
  if (both.length === 0) return ''
  const isLower = better === 'lower'
  const count = both.filter(({ start, end }) => (isLower ? end < start : end > start)).length
  return `${isLower ? 'lower' : 'higher'} at the end in ${count} of ${both.length} ${both.length === 1 ? 'session' : 'sessions'}`
}

function gutterOf({ start, end }: Numbers): CheckInModel['gutter'] {
  return [
    ...(start === null ? [] : [{ key: 'start', at: start, words: `${start} at the start` }]),
    ...(end === null ? [] : [{ key: 'end', at: end, words: `${end} at the end`, tone: 'strong' as const }]),
  ]
}

/** `Tue 17 Nov 2026, number 14`. */
export function sessionWords({ startedAtMs, number }: MemberSession, zone: string): string {
  return `${sessionDay(startedAtMs, zone)}, number ${number}`
}
