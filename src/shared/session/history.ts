import type { SessionEvent } from './events.ts'
import type { SessionState } from './state.ts'

/** Every event that led to a state, in the order of the log, taken back or not. */
export function eventsOf({ history }: Pick<SessionState, 'history'>): SessionEvent[] {
  const events: SessionEvent[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) events.push(entry.event)
  return events.toReversed()
}
