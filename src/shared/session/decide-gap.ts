import { fail, succeed } from '../result.ts'
import type { Command } from './commands.ts'
import type { EventType } from './events.ts'
import { findMissing, noticedByConsole, type Decision } from './decision.ts'
import type { SessionState } from './state.ts'

/**
 * What a gap was. It can be told anew while the session goes on; that it was the end only as long as nothing has been
 * done since that belongs to a session, for that would have happened in one that was over.
 */
export function decideGap(
  state: SessionState,
  { gap: seq, verdict }: Extract<Command, { type: 'judge-gap' }>,
): Decision {
  const gap = state.gaps.find((one) => one.seq === seq)
  if (gap === undefined) return fail('unknown-gap')
  if (gap.verdict === verdict) return fail('gap-settled')
  if (state.stage === 'ended') return fail('ended')
  if (verdict === 'planned' && gap.ranOut.length === 0) return fail('not-possible')
  if (verdict !== 'end') return succeed([{ type: 'gap.judged', gap: seq, verdict }])
  if (hasGoneOnSince(state, seq)) return fail('went-on')
  return succeed([{ type: 'gap.judged', gap: seq, verdict }, ...findMissing(state)])
}

/** What the record is made of is often added after the close, and what a gap was says nothing of the group. */
const outlastsTheEnd: ReadonlySet<EventType> = new Set([
  'topic.set',
  'agreement.recorded',
  'mark.made',
  'check-in.recorded',
  'follow-up.assigned',
  'follow-up.closed',
  'note.recorded',
  'private-note.kept',
  'gap.judged',
])

/** Whether the facilitator has gone on with the session after a gap, with anything that still stands. */
export function hasGoneOnSince(state: SessionState, gap: number): boolean {
  for (let entry = state.history; entry !== null && entry.event.seq > gap; entry = entry.earlier) {
    const { act, seq, body } = entry.event
    const isOfSession = !noticedByConsole.has(body.type) && !outlastsTheEnd.has(body.type)
    if (seq === act && !entry.isUndone && isOfSession) return true
  }
  return false
}
