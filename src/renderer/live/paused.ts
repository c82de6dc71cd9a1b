import { elapsedBetween } from '../../shared/session/stamp.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** How long the pause has lasted; null when there is none. `state` must be advanced to now. */
export function pausedMs(state: SessionState): number | null {
  if (state.stage !== 'paused' || state.stamp === null) return null
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { event, isUndone } = entry
    if (!isUndone && event.body.type === 'pause.began') return elapsedBetween(event.stamp, state.stamp)
  }
  return null
}
