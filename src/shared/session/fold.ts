import { advance } from './advance.ts'
import { aheadPhase, applyAgenda, close } from './apply-agenda.ts'
import { applyGap, type Verdicts } from './apply-gap.ts'
import { applyPaper } from './apply-paper.ts'
import { applyPeople, newcomer } from './apply-people.ts'
import { applyRecord } from './apply-record.ts'
import type { BodyOf, SessionEvent } from './events.ts'
import { emptySession, type History, type SessionState } from './state.ts'

/** The state after an event. Pure: the same log always gives the same session. */
export function fold(state: SessionState, event: SessionEvent): SessionState {
  const { body } = event
  if (body.type === 'event.undone') {
    return remember(advance(foldAgain(state.history, body.act, null), event.stamp), event, true)
  }
  if (body.type === 'gap.judged') {
    return remember(advance(foldAgain(state.history, null, body), event.stamp), event, false)
  }
  return remember(apply(state, event, new Map()), event, false)
}

/** Folds a whole log from the beginning. */
export function foldAll(events: readonly SessionEvent[]): SessionState {
  return events.reduce(fold, emptySession)
}

/**
 * Undo restores exactly because everything but the act happens again, at the same moments; what a gap was is known to
 * them all from the beginning, since the time after it depends on it.
 */
function foldAgain(
  history: History | null,
  undoneAct: number | null,
  judged: BodyOf<'gap.judged'> | null,
): SessionState {
  const past = chronological(history).map(({ event, isUndone }) => ({
    event,
    isUndone: isUndone || event.act === undoneAct,
  }))
  const verdicts = new Map<number, BodyOf<'gap.judged'>['verdict']>()
  for (const { event, isUndone } of past) {
    if (event.body.type === 'gap.judged' && !isUndone) verdicts.set(event.body.gap, event.body.verdict)
  }
  if (judged !== null) verdicts.set(judged.gap, judged.verdict)
  return past.reduce<SessionState>(
    (state, { event, isUndone }) =>
      remember(isUndone ? advance(state, event.stamp) : apply(state, event, verdicts), event, isUndone),
    emptySession,
  )
}

function remember(state: SessionState, event: SessionEvent, isUndone: boolean): SessionState {
  return { ...state, seq: event.seq, history: { event, isUndone, earlier: state.history } }
}

function chronological(history: History | null): History[] {
  const entries: History[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) entries.push(entry)
  return entries.toReversed()
}

function apply(before: SessionState, event: SessionEvent, verdicts: Verdicts): SessionState {
  const { body, stamp } = event
  if (body.type === 'console.returned') return applyGap(before, event.seq, stamp, body.awayMs, verdicts)
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
      return applyRecord(state, event.seq, stamp, body)
    case 'clock.jumped':
    case 'gap.judged':
    case 'event.undone':
      // The last two are handled by fold, before the clocks advance.
      return state
    default:
      return applyPeople(state, stamp, body)
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
