import { answerableGap } from '../../shared/session/apply-gap.ts'
import type { Command } from '../../shared/session/commands.ts'
import { hasGoneOnSince } from '../../shared/session/decide-gap.ts'
import type { Gap, SessionState } from '../../shared/session/state.ts'
import type { GapVerdict } from '../../shared/session/vocabulary.ts'
import type { Keys } from '../ui/Kbd.tsx'
import type { Live } from './live-context.ts'
import { aboutMinutes, wallTimeRange } from './time-words.ts'
import type { ChangeView } from './use-live-view.ts'

/** One thing that a gap may have been, and the key that says so. */
interface GapAnswer {
  readonly verdict: GapVerdict
  readonly name: string
  readonly keys: Keys
}

const answers: readonly GapAnswer[] = [
  { verdict: 'planned', name: 'On with the agenda', keys: ['Alt', 'G'] },
  { verdict: 'break', name: 'A break', keys: ['Alt', 'B'] },
  { verdict: 'end', name: 'The session had ended', keys: ['Alt', 'X'] },
  { verdict: 'keep', name: 'Keep as session time', keys: ['Alt', 'K'] },
]

/**
 * What the gap can have been: no break within a break, no end of a session that went on, and no going on with the agenda
 * where no phase of it ended.
 */
export function gapAnswers(state: SessionState, gap: Gap): readonly GapAnswer[] {
  return answers
    .filter(({ verdict }) => verdict !== 'end' || !hasGoneOnSince(state, gap.seq))
    .filter(({ verdict }) => verdict !== 'break' || !gap.isBreak)
    .filter(({ verdict }) => verdict !== 'planned' || gap.ranOut.length > 0)
    .map((answer) => (answer.verdict === 'keep' ? { ...answer, name: keepName(gap) } : answer))
}

function keepName({ isBreak, ranOut }: Gap): string {
  if (isBreak) return 'The break went on'
  return ranOut.length > 0 ? 'The phase went on' : 'Keep as session time'
}

/** `The console was away for 12 min (6:20 – 6:32 PM).` After a lock also how many phases the agenda had end in it. */
export function gapWords({ awayMs, wallMs, watchedMs, ranOut }: Gap, zone: string): string {
  const was = watchedMs > 0 ? 'locked' : 'away'
  const long = `The console was ${was} for ${aboutMinutes(awayMs)} (${wallTimeRange(wallMs, wallMs + awayMs, zone)}).`
  if (ranOut.length === 0) return long
  const phases = ranOut.length === 1 ? 'the phase was over' : `${ranOut.length} phases were over`
  return `${long} By the agenda ${phases} in that time.`
}

/** The answer about the gap that is asked about; null when there is none, or when it cannot be that. */
export function judgeCommand(state: SessionState, verdict: GapVerdict): Command | null {
  const gap = answerableGap(state)
  const isOffered = gap !== undefined && gapAnswers(state, gap).some((answer) => answer.verdict === verdict)
  return isOffered ? { type: 'judge-gap', gap: gap.seq, verdict } : null
}

/** The keys of the card. */
export function judgeGap(
  { live, change }: { readonly live: Live; readonly change: ChangeView },
  verdict: GapVerdict,
): void {
  if (judgeCommand(live.state, verdict) === null) return change({ hint: whyNot(live.state, verdict) })
  live.act((latest) => judgeCommand(latest, verdict))
}

function whyNot(state: SessionState, verdict: GapVerdict): string {
  const gap = answerableGap(state)
  if (gap === undefined) return 'No gap is waiting for an answer.'
  if (verdict === 'planned') return 'No phase of the agenda was over in it.'
  return verdict === 'end' ? 'The session has gone on since.' : 'A break was on already.'
}
