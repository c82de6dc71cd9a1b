import { isBreakPhase, pass, passedMs } from './advance.ts'
import { close, endTurns, enter } from './apply-agenda.ts'
import { nextOf } from './decision.ts'
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
  if (before.stage !== 'running' && before.stage !== 'paused') return { ...before, ranOut: [], stamp }
  const totalMs = passedMs(before, stamp, returned.passedMs)
  const goneMs = Math.min(totalMs, returned.awayMs)
  // Whoever had the floor is not taken to have talked on: their turn ends where the gap begins.
  const seen = endTurns(pass(before, totalMs - goneMs, 'observed'))
  const verdict = verdicts.get(seq) ?? null
  const isBreak = seen.stage === 'paused' || isBreakPhase(seen)
  const wallMs = stamp.wallMs - goneMs
  const watchedMs = Math.min(goneMs, returned.watchedMs ?? 0)
  const ranOut = before.ranOut.map((one) => ({
    phaseId: one.phaseId,
    atMs: clamp(before.elapsedMs + passedMs(before, one.stamp), seen.elapsedMs, seen.elapsedMs + goneMs),
    nextId: null,
  }))
  const gap: Gap = { seq, atMs: seen.elapsedMs, wallMs, awayMs: goneMs, isBreak, watchedMs, ranOut, verdict }
  if (verdict === 'planned') return { ...goOnAsPlanned({ ...seen, ranOut: [] }, gap), stamp }
  const known = { ...seen, ranOut: [], gaps: [...seen.gaps, gap] }
  if (verdict === 'end') return { ...close(known, gap.wallMs), stamp }
  return { ...pass(known, goneMs, verdict === 'break' ? 'break' : 'unobserved'), stamp }
}

// Who spoke is as unseen as in any gap; that the phases went on is the facilitator's word.
function goOnAsPlanned(before: SessionState, gap: Gap): SessionState {
  let state = before
  const ranOut = gap.ranOut.map((one) => {
    state = pass(state, one.atMs - state.elapsedMs, 'unobserved')
    const next = nextOf(state)
    // The act by which it was there may have been taken back since.
    if (state.stage !== 'running' || state.currentPhaseId !== one.phaseId || next === undefined) return one
    const phases = enter(state.phases, next.id, state.elapsedMs)
    state = { ...state, currentPhaseId: next.id, phases }
    return { ...one, nextId: next.id }
  })
  state = pass(state, gap.atMs + gap.awayMs - state.elapsedMs, 'unobserved')
  return { ...state, gaps: [...state.gaps, { ...gap, ranOut }] }
}

function clamp(ms: number, leastMs: number, mostMs: number): number {
  return Math.min(mostMs, Math.max(leastMs, ms))
}

/**
 * Whether a gap is a question at all. A locked console saw the time go on and nobody has to say so; what it could not see
 * is whether the group kept to the agenda, and what a sleep within the lock was.
 */
export function isAskedAbout({ awayMs, watchedMs, ranOut }: Gap): boolean {
  return awayMs >= askedGapMs && (ranOut.length > 0 || awayMs - watchedMs >= askedGapMs)
}

/** The newest gap that is to be asked about and that nobody has judged; none once the session has ended. */
export function openGap(state: Pick<SessionState, 'gaps' | 'stage'>): Gap | undefined {
  if (state.stage === 'ended') return undefined
  return state.gaps.findLast((gap) => gap.verdict === null && isAskedAbout(gap))
}

/**
 * The gap that an answer would be about: the one that is asked about, or else the newest lock. It counts as session time
 * unasked, and can yet be said to have been something else.
 */
export function answerableGap(state: Pick<SessionState, 'gaps' | 'stage'>): Gap | undefined {
  const newest = state.stage === 'ended' ? undefined : state.gaps.at(-1)
  const isLock = newest !== undefined && newest.watchedMs > 0 && newest.awayMs >= askedGapMs
  return openGap(state) ?? (isLock && newest.verdict === null ? newest : undefined)
}
