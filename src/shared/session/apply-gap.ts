import { pass, passedMs } from './advance.ts'
import { close } from './apply-agenda.ts'
import type { Stamp } from './stamp.ts'
import type { Gap, SessionState } from './state.ts'
import type { GapVerdict } from './vocabulary.ts'

/** What the facilitator has said of gaps, by the `seq` of their event. */
export type Verdicts = ReadonlyMap<number, GapVerdict>

/** Gaps shorter than this are not asked about: a slow restart is no break. */
export const askedGapMs = 60_000

/**
 * The console is back: the last `awayMs` were not observed. They count as session time until the facilitator says
 * otherwise; judged an end, the session was over when they began.
 */
export function applyGap(
  before: SessionState,
  seq: number,
  stamp: Stamp,
  awayMs: number,
  verdicts: Verdicts,
): SessionState {
  const totalMs = passedMs(before, stamp)
  const goneMs = Math.min(totalMs, awayMs)
  const seen = pass(before, totalMs - goneMs, 'observed')
  const verdict = verdicts.get(seq) ?? null
  const gap: Gap = { seq, atMs: seen.elapsedMs, wallMs: stamp.wallMs - goneMs, awayMs: goneMs, verdict }
  const known = { ...seen, gaps: [...seen.gaps, gap] }
  if (verdict === 'end') return { ...close(known, gap.wallMs), stamp }
  return { ...pass(known, goneMs, verdict === 'break' ? 'break' : 'unobserved'), stamp }
}

/** The newest gap that is long enough to ask about and that nobody has judged yet. */
export function openGap(state: Pick<SessionState, 'gaps'>): Gap | undefined {
  return state.gaps.findLast(({ awayMs, verdict }) => verdict === null && awayMs >= askedGapMs)
}
