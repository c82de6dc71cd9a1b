import { advance } from './advance.ts'
import { aheadPhase, applyAgenda, close } from './apply-agenda.ts'
import { applyGap, type Verdicts } from './apply-gap.ts'
import { applyPaper } from './apply-paper.ts'
import { applyPeople, newcomer } from './apply-people.ts'
import { applyRecord } from './apply-record.ts'
import type { BodyOf, SessionEvent } from './events.ts'
import { letGo, noTurns, type OwnTurns } from './own-turns.ts'
import { emptySession, type History, type SessionState } from './state.ts'

/** The state after an event. Pure: the same log always gives the same session. */
export function fold(state: SessionState, event: SessionEvent): SessionState {
  return foldOnto(state, event, noTurns())
}

/** Folds a whole log from the beginning. */
export function foldAll(events: readonly SessionEvent[]): SessionState {
  const turns = noTurns()
  return events.reduce((state, event) => foldOnto(state, event, turns), emptySession)
}

function foldOnto(state: SessionState, event: SessionEvent, turns: OwnTurns): SessionState {
  const { body } = event
  if (body.type === 'event.undone') {
    const before = foldAgain(state.history, { undoneAct: body.act, judged: null })
    return remember(advance(before, event.stamp), event, true)
  }
  if (body.type === 'gap.judged') {
    const before = foldAgain(state.history, { undoneAct: null, judged: body })
    return remember(advance(before, event.stamp), event, false)
  }
  if (isKept(event)) letGo(turns)
  return remember(apply(state, event, noVerdicts, turns), event, false, state)
}

const noVerdicts: Verdicts = new Map()

/** What makes the past another one. */
interface Change {
  readonly undoneAct: number | null
  readonly judged: BodyOf<'gap.judged'> | null
}

/**
 * Undo restores exactly because everything but the act happens again, at the same moments; what a gap was is known from
 * its beginning, since the time after it depends on it. What lies before the change stays as it was folded.
 */
function foldAgain(history: History | null, { undoneAct, judged }: Change): SessionState {
  const { start, past } = rewind(history, firstChanged(history, { undoneAct, judged }))
  const verdicts = new Map<number, BodyOf<'gap.judged'>['verdict']>()
  for (const { event, isUndone } of past) {
    if (event.body.type !== 'gap.judged' || isUndone || event.act === undoneAct) continue
    verdicts.set(event.body.gap, event.body.verdict)
  }
  if (judged !== null) verdicts.set(judged.gap, judged.verdict)
  const turns = noTurns()
  return past.reduce<SessionState>((state, { event, isUndone: wasUndone }) => {
    if (isKept(event)) letGo(turns)
    const isUndone = wasUndone || event.act === undoneAct
    const next = isUndone ? advance(state, event.stamp) : apply(state, event, verdicts, turns)
    return remember(next, event, isUndone, state)
  }, start)
}

/** The `seq` from which on the past is another one: an act's first event, or a gap that is judged anew. */
function firstChanged(history: History | null, { undoneAct, judged }: Change): number {
  let first = judged?.gap ?? Infinity
  if (undoneAct === null) return first
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { seq, act, body } = entry.event
    if (seq < undoneAct) break
    if (act === undoneAct) first = Math.min(first, body.type === 'gap.judged' ? body.gap : seq)
  }
  return first
}

/** Goes back to the newest state that was kept before the event with this `seq`, and tells what came after it, in order. */
function rewind(
  history: History | null,
  seq: number,
): { readonly start: SessionState; readonly past: readonly History[] } {
  const past: History[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) {
    past.push(entry)
    if (entry.before !== null && entry.event.seq <= seq)
      return { start: entry.before, past: past.toReversed() }
  }
  return { start: emptySession, past: past.toReversed() }
}

/** Every so many events the state is kept: a few dozen for a long session, and an undo folds no more than this again. */
const keptEvery = 64

function isKept({ seq }: SessionEvent): boolean {
  return seq % keptEvery === 1
}

function remember(
  state: SessionState,
  event: SessionEvent,
  isUndone: boolean,
  before: SessionState | null = null,
): SessionState {
  const kept = isKept(event) ? before : null
  return { ...state, seq: event.seq, history: { event, isUndone, before: kept, earlier: state.history } }
}

function apply(before: SessionState, event: SessionEvent, verdicts: Verdicts, turns: OwnTurns): SessionState {
  const { body, stamp } = event
  if (body.type === 'console.returned') return applyGap(before, event.seq, stamp, body, verdicts)
  // Until the lock is over nobody has said how this time passed: the event that ends it tells.
  if (body.type === 'phase.ran-out')
    return { ...before, ranOut: [...before.ranOut, { phaseId: body.phaseId, stamp }] }
  const state = advance(before, stamp)
  switch (body.type) {
    case 'session.prepared':
      return prepare(state, body)
    case 'topic.set':
      return { ...state, topic: body.topic }
    case 'session.started':
      return { ...state, stage: 'running', startedAtMs: stamp.wallMs, lengthMinutes: body.lengthMinutes }
    case 'session.extended':
      return { ...state, lengthMinutes: state.lengthMinutes + body.minutes }
    case 'session.ended':
      return close(state, stamp.wallMs)
    case 'paper.entered':
      return applyPaper(state, stamp, body.sheet)
    case 'phase.entered':
    case 'phase.extended':
    case 'phase.skipped':
    case 'phase.inserted':
    case 'agenda.replanned':
    case 'agenda.reordered':
    case 'pause.began':
    case 'pause.ended':
      return applyAgenda(state, body)
    case 'note.recorded':
    case 'private-note.kept':
    case 'mark.made':
    case 'check-in.recorded':
    case 'follow-up.assigned':
    case 'follow-up.closed':
    case 'note.signed':
    case 'chart.erased':
      return applyRecord(state, event.seq, stamp, body)
    case 'private-note.moved':
    case 'clock.jumped':
    case 'gap.judged':
    case 'event.undone':
      // The last two are handled by fold, before the clocks advance.
      return state
    default:
      return applyPeople(state, stamp, body, turns)
  }
}

function prepare(state: SessionState, body: BodyOf<'session.prepared'>): SessionState {
  const { type: _, attendees, phases, ...rest } = body
  return {
    ...state,
    ...rest,
    stage: 'prepared',
    phases: phases.map((phase) => aheadPhase(phase, false)),
    people: attendees.map((attendee) => newcomer(attendee, false)),
  }
}
