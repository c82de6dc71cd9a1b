import { advance } from './advance.ts'
import { applyAgenda } from './apply-agenda.ts'
import { applyPeople, newcomer } from './apply-people.ts'
import type { BodyOf, SessionEvent } from './events.ts'
import { emptySession, type History, type PhaseProgress, type SessionState } from './state.ts'

/** The state after an event. Pure: the same log always gives the same session. */
export function fold(state: SessionState, event: SessionEvent): SessionState {
  if (event.body.type !== 'event.undone') return remember(apply(state, event), event, false)
  const { act } = event.body
  const past = chronological(state.history)
  const restored = past.reduce(
    (so, { event: earlier, isUndone }) => refold(so, earlier, isUndone || earlier.act === act),
    emptySession,
  )
  return remember(advance(restored, event.stamp), event, true)
}

/** Folds a whole log from the beginning. */
export function foldAll(events: readonly SessionEvent[]): SessionState {
  return events.reduce(fold, emptySession)
}

// Undo restores exactly because everything but the act happens again, at the same moments.
function refold(state: SessionState, event: SessionEvent, isUndone: boolean): SessionState {
  return remember(isUndone ? advance(state, event.stamp) : apply(state, event), event, isUndone)
}

function remember(state: SessionState, event: SessionEvent, isUndone: boolean): SessionState {
  return { ...state, seq: event.seq, history: { event, isUndone, earlier: state.history } }
}

function chronological(history: History | null): History[] {
  const entries: History[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) entries.push(entry)
  return entries.toReversed()
}

function apply(before: SessionState, event: SessionEvent): SessionState {
  const { body, stamp } = event
  const state = advance(before, stamp, body.type === 'console.returned' ? body.awayMs : 0)
  switch (body.type) {
    case 'session.prepared':
      return prepare(state, body)
    case 'topic.set':
      return { ...state, topic: body.topic }
    case 'session.started':
      return { ...state, stage: 'running', startedAtMs: stamp.wallMs, lengthMinutes: body.lengthMinutes }
    case 'session.ended':
      return {
        ...state,
        stage: 'ended',
        endedAtMs: stamp.wallMs,
        pauseKind: null,
        phases: finish(state.phases),
      }
    case 'phase.entered':
    case 'phase.extended':
    case 'phase.skipped':
    case 'agenda.replanned':
    case 'pause.began':
    case 'pause.ended':
      return applyAgenda(state, body)
    case 'note.recorded':
    case 'private-note.kept':
      return { ...state, notes: [...state.notes, notePlace(state, event, body)] }
    case 'clock.jumped':
    case 'console.returned':
      return state
    case 'event.undone':
      // Handled by fold, before the clocks advance.
      return state
    default:
      return applyPeople(state, event.seq, stamp, body)
  }
}

function prepare(state: SessionState, body: BodyOf<'session.prepared'>): SessionState {
  const { type: _, attendees, phases, ...rest } = body
  return {
    ...state,
    ...rest,
    stage: 'prepared',
    phases: phases.map((phase) => ({
      ...phase,
      plannedMinutes: phase.minutes,
      status: 'ahead',
      actualMs: 0,
      enteredAtMs: null,
      skipReason: null,
    })),
    people: attendees.map((attendee) => newcomer(attendee, false)),
  }
}

function finish(phases: readonly PhaseProgress[]): PhaseProgress[] {
  return phases.map((phase) => (phase.status === 'current' ? { ...phase, status: 'done' } : phase))
}

function notePlace(
  state: SessionState,
  event: SessionEvent,
  body: BodyOf<'note.recorded'> | BodyOf<'private-note.kept'>,
): SessionState['notes'][number] {
  return {
    noteId: body.noteId,
    isPrivate: body.type === 'private-note.kept',
    atMs: state.elapsedMs,
    wallMs: event.stamp.wallMs,
    phaseId: state.currentPhaseId,
  }
}
