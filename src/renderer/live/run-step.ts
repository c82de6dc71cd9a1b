import { nextOf } from '../../shared/session/decision.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { readNow } from '../app/core-clock.ts'
import type { Act } from './act-queue.ts'
import { startCommand, type StartEnd } from './late-start.ts'

/** What the one large button does now; it stays in its place from the pre-flight to the close. */
export interface RunStep {
  readonly name: string
  readonly key: 'N' | 'P'
  /** Null leads on to the notes. */
  readonly command: Act | null
}

export function runStep(state: SessionState, end: StartEnd): RunStep {
  switch (state.stage) {
    case 'empty':
    case 'prepared':
      return { name: 'Start the session', key: 'N', command: (latest) => startNow(latest, end) }
    case 'paused':
      return { name: 'Resume', key: 'P', command: { type: 'resume' } }
    case 'running':
      return nextOf(state) === undefined
        ? { name: 'End the session', key: 'N', command: { type: 'end' } }
        : { name: 'Next phase', key: 'N', command: { type: 'next-phase' } }
    case 'ended':
      return { name: 'Write the notes', key: 'N', command: null }
  }
}

function startNow(state: SessionState, end: StartEnd) {
  const now = readNow()
  return now === null ? null : startCommand(state, now, end)
}
