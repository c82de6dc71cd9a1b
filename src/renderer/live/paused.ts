import { passedBetween } from '../../shared/session/advance.ts'
import { elapsedBetween } from '../../shared/session/stamp.ts'
import type { History, SessionState } from '../../shared/session/state.ts'

/** How long the pause has lasted; null when there is none. `state` must be advanced to now. */
export function pausedMs(state: SessionState): number | null {
  if (state.stage !== 'paused' || state.stamp === null || state.history === null) return null
  let ms = elapsedBetween(state.history.event.stamp, state.stamp)
  for (let entry: History | null = state.history; entry !== null; entry = entry.earlier) {
    const { event, isUndone, earlier } = entry
    if (!isUndone && event.body.type === 'pause.began') return ms
    if (earlier !== null) ms += passedBetween(earlier.event, event)
  }
  return null
}
