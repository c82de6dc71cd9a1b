import { samplesAnswered } from '../../shared/session/sampling.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** `from taps`; `from 5-min samples, 4 of 6 answered`. */
export function sourceWords(state: SessionState): string {
  return state.observation === 'floor' ? 'from taps' : sourceLines(state).join(', ')
}

/** The same, broken as it stands in the bar. */
export function sourceLines(state: SessionState): readonly string[] {
  if (state.observation === 'floor') return ['from', 'taps']
  const { answered, asked } = samplesAnswered(state)
  return ['from 5-min samples', asked === 0 ? 'none asked yet' : `${answered} of ${asked} answered`]
}
