import type { NoteId, SessionId } from '../../shared/ids.ts'
import type { Answer } from '../../shared/ipc/contract.ts'
import type { Failure } from '../../shared/ipc/failure.ts'
import type { Pushes } from '../../shared/ipc/pushes.ts'
import type { NoteText, OpenedSession } from '../../shared/ipc/session-calls.ts'
import type { SessionEvent } from '../../shared/session/events.ts'
import { fold, foldAll } from '../../shared/session/fold.ts'
import { readLog } from '../../shared/session/log-text.ts'
import type { Stamp } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'

export interface OpenSession {
  readonly status: 'open'
  readonly state: SessionState
  readonly recordNotes: ReadonlyMap<NoteId, string>
  /** Set while the log could not be read again after a gap; what is shown is the last that was known. */
  readonly trouble: Failure | null
}

export type LiveSnapshot =
  | { readonly status: 'opening' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | OpenSession

/** What the store needs of the world; the window passes its bridge and its clock. */
export interface SessionSource {
  readonly open: () => Promise<Answer<'session.open'>>
  readonly listen: (listener: (push: Pushes['session.appended']) => void) => () => void
  readonly takeReading: (stamp: Stamp) => void
}

export interface SessionStore {
  /** Opens the session and follows it until the returned function is called. */
  readonly start: () => () => void
  readonly retry: () => void
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => LiveSnapshot
  /** Takes events that are on disk, from an answer or a push; those that are known already change nothing. */
  readonly take: (events: readonly SessionEvent[]) => void
  readonly takeRecordNote: (note: NoteText) => void
}

/**
 * Folds events in the order of the log. Known ones are passed over; at a gap it stops, since a later event means
 * nothing without the one before it.
 */
export function foldPushed(
  state: SessionState,
  events: readonly SessionEvent[],
): { readonly state: SessionState; readonly isGap: boolean } {
  let next = state
  for (const event of events.toSorted((a, b) => a.seq - b.seq)) {
    if (event.seq <= next.seq) continue
    if (event.seq !== next.seq + 1) return { state: next, isGap: true }
    next = fold(next, event)
  }
  return { state: next, isGap: false }
}

/** What is shown once the log has been read; `early` was pushed while it was being read and may be newer. */
function opened(
  { log, recordNotes }: OpenedSession,
  early: readonly SessionEvent[],
): { readonly session: OpenSession; readonly isGap: boolean } {
  const { state, isGap } = foldPushed(foldAll(readLog(log)), early)
  const texts = new Map(recordNotes.map(({ noteId, text }) => [noteId, text]))
  return { session: { status: 'open', state, recordNotes: texts, trouble: null }, isGap }
}

function notOpened(current: LiveSnapshot, failure: Failure): LiveSnapshot {
  return current.status === 'open' ? { ...current, trouble: failure } : { status: 'failed', failure }
}

/** A session as the core keeps it: nothing in it was assumed, everything was acknowledged. */
export function createSessionStore(sessionId: SessionId, source: SessionSource): SessionStore {
  let current: LiveSnapshot = { status: 'opening' }
  let early: readonly SessionEvent[] = []
  let isOpening = false
  const listeners = new Set<() => void>()

  function show(next: LiveSnapshot): void {
    current = next
    for (const listener of listeners) listener()
  }

  async function open(): Promise<void> {
    if (isOpening) return
    isOpening = true
    const answer = await source.open()
    isOpening = false
    const meanwhile = early
    early = []
    if (!answer.ok) return show(notOpened(current, answer.error))
    source.takeReading(answer.value.now)
    const { session, isGap } = opened(answer.value, meanwhile)
    show(session)
    // Of what was pushed meanwhile something was lost on the way: the log has it by now.
    return isGap ? open() : undefined
  }

  function take(events: readonly SessionEvent[]): void {
    if (isOpening) early = [...early, ...events]
    if (current.status !== 'open') return
    const { state, isGap } = foldPushed(current.state, events)
    if (state !== current.state) show({ ...current, state })
    if (isGap) void open()
  }

  return {
    start() {
      const stop = source.listen((push) => {
        if (push.sessionId === sessionId) take(push.events)
      })
      void open()
      return stop
    },
    retry: () => void open(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => current,
    take,
    takeRecordNote({ noteId, text }) {
      if (current.status !== 'open') return
      show({ ...current, recordNotes: new Map([...current.recordNotes, [noteId, text]]) })
    },
  }
}
