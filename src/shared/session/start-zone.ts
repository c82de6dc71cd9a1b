import type { SessionState } from './state.ts'

/** Where a session was held: the time zone of its own start, wherever and whenever it is read. */
export function startZone(state: Pick<SessionState, 'history' | 'stamp'>): string {
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { body, stamp } = entry.event
    if (body.type === 'session.started' && !entry.isUndone) return stamp.zone
  }
  return state.stamp?.zone ?? 'UTC'
}
