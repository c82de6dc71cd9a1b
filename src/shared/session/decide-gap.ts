import { fail, succeed } from '../result.ts'
import type { Command } from './commands.ts'
import { findMissing, noticedByConsole, type Decision } from './decision.ts'
import type { SessionState } from './state.ts'

/**
 * What a gap was. It can be told anew while the session goes on; that it was the end only as long as nothing else has
 * been done since, for that would have happened in a session that was over.
 */
export function decideGap(
  state: SessionState,
  { gap: seq, verdict }: Extract<Command, { type: 'judge-gap' }>,
): Decision {
  const gap = state.gaps.find((one) => one.seq === seq)
  if (gap === undefined) return fail('unknown-gap')
  if (gap.verdict === verdict) return fail('gap-settled')
  if (state.stage === 'ended') return fail('ended')
  if (verdict !== 'end') return succeed([{ type: 'gap.judged', gap: seq, verdict }])
  if (hasGoneOnSince(state, seq)) return fail('went-on')
  return succeed([{ type: 'gap.judged', gap: seq, verdict }, ...findMissing(state)])
}

/** Whether the facilitator has done anything after a gap that still stands. */
export function hasGoneOnSince(state: SessionState, gap: number): boolean {
  for (let entry = state.history; entry !== null && entry.event.seq > gap; entry = entry.earlier) {
    const { act, seq, body } = entry.event
    if (seq === act && !entry.isUndone && !noticedByConsole.has(body.type)) return true
  }
  return false
}
