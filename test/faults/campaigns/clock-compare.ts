import { isDeepStrictEqual } from 'node:util'
import { projectSession } from '../../../src/main/core/session/projection.ts'
import { readLiveSession } from '../../../src/main/core/session/live-session.ts'
import { readProjection } from '../../../src/main/core/session/projection-repository.ts'
import { attendanceOf } from '../../../src/shared/record/attendance.ts'
import { advance } from '../../../src/shared/session/advance.ts'
import { foldAll } from '../../../src/shared/session/fold.ts'
import type { SessionState } from '../../../src/shared/session/state.ts'
import type { Slice, Told } from './clock-ledger.ts'
import { Differs, people, toldNow, type Held } from './clock-session.ts'

const minuteMs = 60_000

/** What a session's times are, as numbers alone. */
type Times = Readonly<Record<string, unknown>>

function sum(slices: readonly Slice[], counts: (slice: Slice) => boolean): number {
  return slices.reduce((ms, slice) => ms + (counts(slice) ? slice.ms : 0), 0)
}

function isSeen({ isBreak, isUnseen }: Slice): boolean {
  return !isBreak && !isUnseen
}

function timesOfLedger(told: Told, phaseCount: number): Times {
  const { slices } = told
  const talkers = (count: (size: number) => boolean) =>
    sum(slices, (slice) => isSeen(slice) && count(slice.floor.size))
  return {
    stage: told.stage,
    elapsedMs: told.elapsedMs,
    startedAtMs: told.startedAtMs,
    endedAtMs: told.endedAtMs,
    pausedMs: sum(slices, ({ isPaused }) => isPaused),
    phases: Array.from({ length: phaseCount }, (_, phase) =>
      sum(slices, (slice) => slice.phase === phase && !slice.isPaused),
    ),
    people: people.map((_, who) => [
      sum(slices, ({ here }) => here.has(who)),
      sum(slices, ({ here, isBreak }) => here.has(who) && isBreak),
      sum(slices, (slice) => isSeen(slice) && slice.floor.has(who)),
    ]),
    silenceMs: talkers((size) => size === 0),
    oneMs: talkers((size) => size === 1),
    severalMs: talkers((size) => size > 1),
    breakMs: sum(slices, ({ isBreak }) => isBreak),
    unobservedMs: sum(slices, ({ isBreak, isUnseen }) => isUnseen && !isBreak),
    turns: told.turns.map(({ who, startMs, endMs }) => [who, startMs, endMs]),
    moments: told.moments,
    gaps: [...told.gaps.values()].map(({ atMs, verdict }) => [atMs, verdict]),
  }
}

function timesOfConsole(state: SessionState): Times {
  return {
    stage: state.stage,
    elapsedMs: state.elapsedMs,
    startedAtMs: state.startedAtMs,
    endedAtMs: state.endedAtMs,
    pausedMs: state.pausedMs,
    phases: state.phases.map(({ actualMs }) => actualMs),
    people: state.people.map(({ presentMs, breakMs, talkMs }) => [presentMs, breakMs, talkMs]),
    ...state.time,
    turns: state.turns.map(({ personId, startMs, endMs }) => [people.indexOf(personId), startMs, endMs]),
    moments: state.marks.map(({ atMs }) => atMs),
    gaps: state.gaps.map(({ atMs, verdict }) => [atMs, verdict]),
  }
}

/** Throws `Differs` with the name of the first time that is not what the ledger says. */
function hold(where: string, expected: Times, found: Times): void {
  for (const [name, value] of Object.entries(expected))
    if (!isDeepStrictEqual(value, found[name]))
      throw new Differs(
        `${where}: ${name} is ${JSON.stringify(found[name])} and should be ${JSON.stringify(value)}`,
      )
}

/** What is on screen between two acts. */
export function compareScreen(held: Held): void {
  const { truth, kinds } = held
  const state = held.log.state(held.sessionId)
  if (state === undefined || !truth.isSameRun()) return
  const told = toldNow(held, held.atMs + truth.sinceWrittenMs())
  hold('on screen', timesOfLedger(told, kinds.length), timesOfConsole(advance(state, truth.clock.read())))
}

/** What the log, the tables and the attendance say after the end. */
export function compareRecord(held: Held): void {
  const told = toldNow(held)
  const expected = timesOfLedger(told, held.kinds.length)
  const state = held.log.state(held.sessionId)
  const stored = readLiveSession(held.db, held.sessionId)
  const kept = readProjection(held.db, held.sessionId)
  if (state === undefined || stored === undefined || kept === undefined) throw new Differs('nothing was kept')
  hold('at the desk', expected, timesOfConsole(state))
  hold('folded anew', expected, timesOfConsole(stored.state))
  hold('as it was told', expected, timesOfConsole(foldAll(held.heard)))
  if (!isDeepStrictEqual(kept, projectSession(stored)))
    throw new Differs('the tables are not what the log says')
  hold('in the tables', expected, {
    ...expected,
    elapsedMs: kept.session.elapsedMs,
    pausedMs: kept.session.pausedMs,
    phases: kept.phases.map(({ actualMs }) => actualMs),
    people: kept.people.map(({ presentMs, breakMs, talkMs }) => [presentMs, breakMs, talkMs]),
  })
  holdAttendance(told, state)
}

function holdAttendance(told: Told, state: SessionState): void {
  for (const [who, person] of state.people.entries()) {
    const arrival = told.arrivals.get(who)
    const minutesOf = (counts: (slice: Slice) => boolean) =>
      Math.floor(sum(told.slices, (slice) => slice.here.has(who) && counts(slice)) / minuteMs)
    const expected =
      arrival === undefined
        ? { kind: 'away' }
        : {
            kind: 'came',
            arrivedAtMs: arrival.wallMs,
            lateMinutes: Math.floor(arrival.atMs / minuteMs),
            minutes: minutesOf(() => true),
            minutesWithoutBreaks: minutesOf(({ isBreak }) => !isBreak),
          }
    hold(`attendance of person ${who}`, expected, { ...attendanceOf(person) })
  }
}
