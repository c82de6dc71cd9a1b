import type { Command } from '../../shared/session/commands.ts'
import { nextOf } from '../../shared/session/decision.ts'
import type { SessionState } from '../../shared/session/state.ts'
import type { StartEnd } from './late-start.ts'

/** What the one large button does now; it stays in its place from the pre-flight to the close. */
export interface RunStep {
  readonly name: string
  readonly key: 'N' | 'P'
  /** Null leads on to the notes. */
  readonly command: Command | null
}

export function runStep(state: SessionState, end: StartEnd): RunStep {
  switch (state.stage) {
    case 'empty':
    case 'prepared':
      return { name: 'Start the session', key: 'N', command: { type: 'start', end } }
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
