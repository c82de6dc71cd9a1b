import { heldSilenceMs, type Score } from '../../shared/session/score.ts'

/** Silences of a minute or more, each at its middle. Where nobody's turns are known there is none to speak of. */
export function heldSilences({ silences, turns }: Pick<Score, 'silences' | 'turns'>) {
  if (turns.length === 0) return []
  return silences
    .filter(({ startMs, endMs }) => endMs - startMs >= heldSilenceMs)
    .map(({ startMs, endMs }) => ({ atMs: (startMs + endMs) / 2, startMs, endMs }))
}
