import { fitAgenda } from '../agenda/fit-agenda.ts'
import { fail, succeed } from '../result.ts'
import { fitsSheet } from './apply-paper.ts'
import type { AnyCommand } from './commands.ts'
import { decideAgenda } from './decide-agenda.ts'
import { decideGap } from './decide-gap.ts'
import { decidePeople } from './decide-people.ts'
import { decideRecord } from './decide-record.ts'
import { decideRoom } from './decide-room.ts'
import { findMissing, noticedByConsole, releaseAll, type Decision } from './decision.ts'
import type { BodyOf, EventType, SessionEvent } from './events.ts'
import type { Stamp } from './stamp.ts'
import type { SessionState } from './state.ts'
import { isFacilitator } from './vocabulary.ts'

/** How far from its planned start a session may begin and still keep the planned end. */
const scheduleToleranceMs = 2 * 60 * 60 * 1000

/**
 * Decides what a command does to a session. Pure: `state` must be advanced or not, only its facts count; `stamp` is the
 * reading of the clocks at which the command was given.
 */
export function decide(state: SessionState, command: AnyCommand, stamp: Stamp): Decision {
  if (command.type === 'prepare') return prepare(state, command)
  if (state.stage === 'empty') return fail('not-prepared')
  return isAboutErased(state, command) ? fail('chart-erased') : decidePrepared(state, command, stamp)
}

type PreparedCommand = Exclude<AnyCommand, { readonly type: 'prepare' }>

function decidePrepared(state: SessionState, command: PreparedCommand, stamp: Stamp): Decision {
  switch (command.type) {
    case 'undo':
      return undo(state, stamp)
    case 'notice-jump':
    case 'run-out':
    case 'come-back':
      return notice(state, command)
    case 'set-topic':
    case 'record-note':
    case 'keep-private-note':
    case 'mark':
    case 'record-check-in':
    case 'assign-follow-up':
    case 'close-follow-up':
    case 'move-note':
    case 'sign-note':
    case 'erase-chart':
      // Words often come right after the close, and what counts is often seen clearly only then.
      return decideRecord(state, command)
    case 'record-agreement':
      return decidePeople(state, command)
    case 'judge-gap':
      return decideGap(state, command)
    case 'enter-paper':
      return enterPaper(state, command, stamp)
    case 'start':
      return startSession(state, command.end, stamp)
    case 'end':
      return endSession(state)
    case 'next-phase':
    case 'previous-phase':
    case 'extend-phase':
    case 'skip-phase':
    case 'replan':
    case 'extend-session':
    case 'insert-phase':
    case 'reorder-phases':
    case 'pause':
    case 'resume':
      return state.stage === 'ended' ? fail('ended') : decideAgenda(state, command)
    case 'give-floor':
    case 'release-floor':
    case 'pass-on':
    case 'observe':
    case 'answer-sample':
      return state.stage === 'ended' ? fail('ended') : decideRoom(state, command, stamp)
    default:
      return state.stage === 'ended' ? fail('ended') : decidePeople(state, command)
  }
}

/** Nothing more is recorded of somebody whose chart is gone. */
function isAboutErased({ erasedIds }: SessionState, command: AnyCommand): boolean {
  return 'personId' in command && command.personId !== null && erasedIds.includes(command.personId)
}

function prepare(state: SessionState, command: Extract<AnyCommand, { type: 'prepare' }>): Decision {
  if (state.stage !== 'empty') return fail('already-prepared')
  const { type: _, ...rest } = command
  const facilitators = rest.attendees.filter(({ role }) => isFacilitator(role))
  return succeed([
    { type: 'session.prepared', ...rest },
    ...facilitators.map(({ personId }) => ({ type: 'member.arrived', personId }) as const),
  ])
}

function startSession(state: SessionState, end: 'as-scheduled' | 'full-length', stamp: Stamp): Decision {
  if (state.stage === 'ended') return fail('ended')
  // What was left out before the start takes no time and is not begun with.
  const phases = state.phases.filter(({ status }) => status !== 'skipped')
  const first = phases[0]
  if (state.stage !== 'prepared' || first === undefined) return fail('already-started')
  const lengthMinutes = end === 'full-length' ? state.lengthMinutes : minutesUntilPlannedEnd(state, stamp)
  const fitted = fitAgenda(phases, lengthMinutes)
  if (!fitted.ok || lengthMinutes < 1) return fail('too-short')
  const changed = fitted.value.filter((phase, index) => phase.minutes !== phases[index]?.minutes)
  const replanned: BodyOf<'agenda.replanned'> = {
    type: 'agenda.replanned',
    minutes: changed.map((phase) => ({ phaseId: phase.id, minutes: phase.minutes })),
  }
  return succeed([
    ...(changed.length > 0 ? [replanned] : []),
    { type: 'session.started', lengthMinutes },
    { type: 'phase.entered', phaseId: first.id },
  ])
}

/** Whole minutes from `stamp` to the planned end; the full length when the session is not near its schedule. */
export function minutesUntilPlannedEnd(
  state: Pick<SessionState, 'plannedStartMs' | 'lengthMinutes'>,
  stamp: Pick<Stamp, 'wallMs'>,
): number {
  if (state.plannedStartMs === null) return state.lengthMinutes
  const lateMs = stamp.wallMs - state.plannedStartMs
  if (Math.abs(lateMs) > scheduleToleranceMs) return state.lengthMinutes
  return Math.round((state.lengthMinutes * 60_000 - lateMs) / 60_000)
}

function endSession(state: SessionState): Decision {
  if (state.stage === 'ended') return fail('ended')
  if (state.stage === 'prepared') return fail('not-running')
  return succeed([...releaseAll(state), ...findMissing(state), { type: 'session.ended' }])
}

function notice(
  state: SessionState,
  command: Extract<AnyCommand, { type: 'notice-jump' | 'run-out' | 'come-back' }>,
): Decision {
  switch (command.type) {
    case 'come-back':
      return comeBack(state, command)
    case 'run-out':
      return state.stage === 'running'
        ? succeed([{ type: 'phase.ran-out', phaseId: command.phaseId }])
        : fail('not-running')
    case 'notice-jump':
      return succeed([{ type: 'clock.jumped', byMs: command.byMs }])
  }
}

// Whoever had the floor when the console went away is not taken to have gone on talking.
function comeBack(
  state: SessionState,
  { awayMs, passedMs, watchedMs = null }: Extract<AnyCommand, { type: 'come-back' }>,
): Decision {
  // Nobody was in the room: there is no session to come back to.
  if (state.stage !== 'running' && state.stage !== 'paused') return fail('not-running')
  const returned = {
    type: 'console.returned',
    awayMs,
    ...(passedMs === null ? {} : { passedMs }),
    ...(watchedMs === null ? {} : { watchedMs }),
  } as const
  return succeed([returned, ...releaseAll(state)])
}

function enterPaper(
  state: SessionState,
  { sheet, marks }: Extract<AnyCommand, { type: 'enter-paper' }>,
  stamp: Stamp,
): Decision {
  if (state.stage !== 'prepared') return fail(state.stage === 'ended' ? 'ended' : 'already-started')
  if (!fitsSheet(state, sheet, stamp.wallMs)) return fail('not-a-sheet')
  const present = new Set(
    sheet.people.filter(({ presence }) => presence === 'present').map(({ personId }) => personId),
  )
  if (!marks.every(({ personId }) => present.has(personId))) return fail('not-present')
  return succeed([
    { type: 'paper.entered', sheet },
    ...marks.map((mark) => ({ type: 'mark.made', ...mark }) as const),
  ])
}

/** Later than this after the close, "the session goes on" would count hours that nobody sat in the room. */
const reopenWithinMs = 15 * 60_000

function undo(state: SessionState, stamp: Stamp): Decision {
  const act = lastAct(state)
  if (act === null) return fail(newestAct(state) === null ? 'nothing-to-undo' : 'signed')
  const closedAtMs = state.stage === 'ended' ? closingMoment(state, act) : null
  if (closedAtMs !== null && stamp.wallMs - closedAtMs > reopenWithinMs) return fail('ended')
  return succeed([{ type: 'event.undone', act }])
}

/**
 * The act that undo would take back: the newest one that the facilitator did, null when there is none. What is signed
 * stands, and so does all that it was signed upon.
 */
export function lastAct(state: SessionState): number | null {
  const newest = newestAct(state)
  return newest === null || signatures.has(newest.body.type) ? null : newest.act
}

/** What was signed is answered for: it can be amended, and not taken back. What was erased is gone. */
const signatures: ReadonlySet<EventType> = new Set<EventType>([
  'follow-up.closed',
  'note.signed',
  'chart.erased',
])

/** The first event of the newest act, which tells of what kind it is. What the console noticed by itself is no act. */
function newestAct(state: SessionState): SessionEvent | null {
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { act, body, seq } = entry.event
    if (seq === act && !entry.isUndone && !noticedByConsole.has(body.type)) return entry.event
  }
  return null
}

/** When an act closed the session, as the wall clock said; null when it did not. */
function closingMoment(state: SessionState, act: number): number | null {
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { act: its, body, stamp } = entry.event
    const isEnd = body.type === 'session.ended' || (body.type === 'gap.judged' && body.verdict === 'end')
    if (its === act && isEnd) return stamp.wallMs
  }
  return null
}
