import { isBreakPhase, pass, passedMs } from './advance.ts'
import { close, endTurns } from './apply-agenda.ts'
import type { BodyOf } from './events.ts'
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
  returned: BodyOf<'console.returned'>,
  verdicts: Verdicts,
): SessionState {
  // Its start was taken back afterwards, or an earlier gap was judged the end: there is no session that the console was
  // away from.
  if (before.stage !== 'running' && before.stage !== 'paused') return { ...before, stamp }
  const totalMs = passedMs(before, stamp, returned.passedMs)
  const goneMs = Math.min(totalMs, returned.awayMs)
  // Whoever had the floor is not taken to have talked on: their turn ends where the gap begins.
  const seen = endTurns(pass(before, totalMs - goneMs, 'observed'))
  const verdict = verdicts.get(seq) ?? null
  const isBreak = seen.stage === 'paused' || isBreakPhase(seen)
  const wallMs = stamp.wallMs - goneMs
  const gap: Gap = { seq, atMs: seen.elapsedMs, wallMs, awayMs: goneMs, isBreak, verdict }
  const known = { ...seen, gaps: [...seen.gaps, gap] }
  if (verdict === 'end') return { ...close(known, gap.wallMs), stamp }
  return { ...pass(known, goneMs, verdict === 'break' ? 'break' : 'unobserved'), stamp }
}

/** The newest gap that is long enough to ask about and that nobody has judged; none once the session has ended. */
export function openGap(state: Pick<SessionState, 'gaps' | 'stage'>): Gap | undefined {
  if (state.stage === 'ended') return undefined
  return state.gaps.findLast(({ awayMs, verdict }) => verdict === null && awayMs >= askedGapMs)
}
