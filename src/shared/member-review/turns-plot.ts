import type { GroupId } from '../ids.ts'
import type { MemberSession } from '../ipc/member-calls.ts'
import { counted } from '../count.ts'
import { hoursAndMinutes } from '../record/document-times.ts'
import { participationsOf, type Participation } from '../session/own-usual.ts'
import { nameOfMark } from '../session/mark-words.ts'
import type { Observation } from '../session/vocabulary.ts'
import { longSessionDay, sessionWeekday, shortSessionDay } from '../calendar-words.ts'
import type { BandPoint, LinePoint, PlotSign } from '../plots/shapes.ts'
import { sessionWords } from './check-in-plot.ts'
import { indexOfWeek, type MemberWindow } from './member-window.ts'
import { placeSessions, type PlacedSession } from './place-sessions.ts'
import type { PlotModel } from '../plots/plot-model.ts'

export interface TurnsModel extends PlotModel {
  readonly observation: Observation
  readonly points: readonly LinePoint[]
  readonly band: readonly BandPoint[]
  readonly ears: readonly PlotSign[]
}

/** Groups in which somebody's turns were seen in the weeks that are shown; the one with most such sessions first. */
export function watchedGroups(
  sessions: readonly MemberSession[],
  window: MemberWindow,
): readonly { readonly groupId: GroupId; readonly observation: Observation }[] {
  const seen = sessions.filter(
    ({ wasObserved, presentMs, startedAtMs }) =>
      wasObserved && presentMs > 0 && indexOfWeek(window, startedAtMs) >= 0,
  )
  const kinds = Map.groupBy(seen, ({ groupId, observation }) => `${groupId} ${observation}`)
  return [...kinds.values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .map(({ groupId, observation }) => ({ groupId, observation }))
}

/** How much somebody took part in the sessions of one group, beside what is usual for themselves. */
export function turnsModel(
  sessions: readonly MemberSession[],
  { groupId, observation }: { readonly groupId: GroupId; readonly observation: Observation },
  window: MemberWindow,
): TurnsModel {
  // What is usual looks back beyond the weeks that are shown.
  const own = sessions.filter((one) => one.groupId === groupId && one.observation === observation)
  const parts = new Map(participationsOf(own).map((part) => [part.sessionId, part]))
  const shown = placeSessions(own, window).flatMap(({ session, at }) => {
    const part = parts.get(session.sessionId)
    return part === undefined || (part.amount === null && !part.isByChoice) ? [] : [{ session, at, part }]
  })
  const most = Math.max(4, ...shown.flatMap(({ part }) => [part.amount ?? 0, part.usual?.to ?? 0]))
  return {
    observation,
    domain: [0, most + 0.5],
    points: pointsOf(shown, window),
    band: bandOf(shown, window),
    ears: earsOf(shown, most, window),
    values: shown.map(({ session, at, part }) => ({
      key: session.sessionId,
      at,
      when: longSessionDay(session.startedAtMs, window.zone),
      words: partWords(session, part),
    })),
    gutter: gutterOf(shown.at(-1), window),
    table: () => ({
      head: [
        'Session',
        observation === 'floor' ? 'Turns' : 'Times heard',
        'Usual for them',
        'Talked',
        'In the room',
        'Marks',
      ],
      rows: shown.toReversed().map(({ session, part }) => ({
        key: session.sessionId,
        cells: [
          sessionWords(session, window.zone),
          part.isByChoice ? 'listened by choice' : String(part.amount),
          part.usual === null ? '' : rangeWords(part.usual),
          observation === 'floor' ? minutesWords(session.talkMs) : '',
          hoursAndMinutes(session.presentMs),
          session.marks.map(({ mark, count }) => markWords(nameOfMark(mark), count)).join(', '),
        ],
      })),
    }),
  }
}

interface Shown extends PlacedSession {
  readonly part: Participation
}

const labelledUntil = 16

// The first value of each stretch bears its number; what is now stands in the gutter.
function pointsOf(shown: readonly Shown[], { weeks }: MemberWindow): readonly LinePoint[] {
  return shown.map(({ session, at, part }, index) => {
    const before = shown[index - 1]
    const after = shown[index + 1]?.part.amount ?? null
    const isFirst = part.amount !== null && (before === undefined || before.part.isByChoice)
    const isLast = index === shown.length - 1
    return {
      key: session.sessionId,
      at,
      value: part.amount,
      ...(isFirst && !isLast && weeks.length <= labelledUntil
        ? { label: String(part.amount), isBelow: after === null || after >= (part.amount ?? 0) }
        : {}),
    }
  })
}

// What is usual now goes on to the end of the current week.
function bandOf(shown: readonly Shown[], { weeks, currentWeek }: MemberWindow): readonly BandPoint[] {
  const band = shown.map(({ at, part }) => ({ at, range: part.usual }))
  const last = band.at(-1)
  return last === undefined || weeks.at(-1) !== currentWeek ? band : [...band, { ...last, at: weeks.length }]
}

// Words stand under the newest one alone: the others are the same sign.
function earsOf(shown: readonly Shown[], most: number, { weeks }: MemberWindow): readonly PlotSign[] {
  const ears = shown.filter(({ part }) => part.isByChoice)
  return ears.map(({ session, at, part }, index) => ({
    key: session.sessionId,
    at,
    value: part.usual === null ? most / 2 : (part.usual.from + part.usual.to) / 2,
    sign: 'ear',
    ...(index === ears.length - 1 && weeks.length <= labelledUntil
      ? { words: ['listened', 'by choice'] }
      : {}),
  }))
}

function partWords(session: MemberSession, part: Participation): string {
  if (part.isByChoice) return 'listened by choice'
  const said =
    session.observation === 'floor'
      ? `${counted(session.turns, 'turn')}, ${minutesWords(session.talkMs)} in all`
      : `heard in ${counted(session.samplesHeard, 'span')} of five minutes`
  return part.usual === null ? said : `${said}; usually ${rangeWords(part.usual)}`
}

function gutterOf(last: Shown | undefined, window: MemberWindow): TurnsModel['gutter'] {
  if (last === undefined) return []
  const { session, part } = last
  const isCurrent = window.weeks[indexOfWeek(window, session.startedAtMs)] === window.currentWeek
  const day = isCurrent
    ? sessionWeekday(session.startedAtMs, window.zone)
    : shortSessionDay(session.startedAtMs, window.zone)
  const middle = part.usual === null ? 0 : (part.usual.from + part.usual.to) / 2
  return [
    ...(part.amount === null
      ? []
      : [{ key: 'last', at: part.amount, words: `${part.amount} on ${day}`, tone: 'strong' as const }]),
    ...(part.usual === null
      ? []
      : [{ key: 'usual', at: middle, words: `usually ${rangeWords(part.usual)}` }]),
  ]
}

/** `4 to 7`, or `5` where it was always the same. */
function rangeWords({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from} to ${to}`
}

/** `7 min`. */
function minutesWords(ms: number): string {
  return `${Math.round(ms / 60_000)} min`
}

function markWords(name: string, count: number): string {
  return count === 1 ? name : `${name} ${count} times`
}
