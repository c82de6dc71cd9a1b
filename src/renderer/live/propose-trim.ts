import { listed } from '../app/count.ts'
import { fitAgenda } from '../../shared/agenda/fit-agenda.ts'
import { totalMinutes } from '../../shared/agenda/phase.ts'
import type { PhaseId } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { paceOf } from './pace.ts'

/** Below this the group will catch up by itself, and a proposal would only disturb. */
const smallestDelayMinutes = 2
/** A card that is to be read at a glance names no more phases than this. */
const mostNamed = 3

interface TrimProposal {
  readonly behindMinutes: number
  readonly trims: readonly { readonly phaseId: PhaseId; readonly name: string; readonly minutes: number }[]
  /** Protected phases and breaks ahead, which keep their minutes. */
  readonly kept: readonly string[]
  /** Minutes that trimming cannot win back. */
  readonly remainingMinutes: number
}

/**
 * The one proposal for a session that runs late: phases ahead give up minutes as far as their minima allow. Null while
 * the delay is small and when nothing ahead has anything to give. `state` must be advanced to now.
 */
export function proposeTrim(state: SessionState): TrimProposal | null {
  const behindMinutes = paceOf(state)?.behindMinutes ?? 0
  if (behindMinutes < smallestDelayMinutes) return null
  const ahead = state.phases.filter(({ status }) => status === 'ahead')
  const plannedMinutes = totalMinutes(ahead)
  const fitted = fitAgenda(ahead, plannedMinutes - behindMinutes)
  const reached = fitted.ok ? fitted : fitAgenda(ahead, fitted.error.shortestMinutes)
  if (!reached.ok) return null
  const trims = reached.value.filter((phase, index) => phase.minutes !== ahead[index]?.minutes)
  if (trims.length === 0) return null
  return {
    behindMinutes,
    trims: trims.map(({ id, name, minutes }) => ({ phaseId: id, name, minutes })),
    kept: ahead.filter(({ isProtected, kind }) => isProtected || kind === 'break').map(({ name }) => name),
    remainingMinutes: behindMinutes - (plannedMinutes - totalMinutes(reached.value)),
  }
}

/** How much later it has to become before a proposal that was put aside is made again. */
const againAfterMinutes = 3

/** The proposal that is on the screen: put aside at some delay, it stays away until the delay has grown. */
export function openProposal(state: SessionState, dismissedAt: number | null): TrimProposal | null {
  const proposal = proposeTrim(state)
  const isPutAside =
    proposal !== null && dismissedAt !== null && proposal.behindMinutes < dismissedAt + againAfterMinutes
  return isPutAside ? null : proposal
}

export function trimCommand({ trims }: TrimProposal): Command {
  return { type: 'replan', minutes: trims.map(({ phaseId, minutes }) => ({ phaseId, minutes })) }
}

/** The proposal in a sentence: `Trim Discussion to 27; break and check-out stay whole.` */
export function trimWords({ behindMinutes, trims, kept, remainingMinutes }: TrimProposal): string {
  const cuts =
    trims.length > mostNamed
      ? `${trims.length} phases by ${behindMinutes - remainingMinutes} min`
      : listed(trims.map(({ name, minutes }) => `${name} to ${minutes}`))
  const rest = remainingMinutes === 0 ? '' : ` ${remainingMinutes} min cannot be won back.`
  return `Trim ${cuts}${keptWords(kept)}.${rest}`
}

function keptWords(kept: readonly string[]): string {
  if (kept.length === 0) return ''
  if (kept.length > mostNamed) return '; breaks and protected phases stay whole'
  return `; ${listed(kept)} ${kept.length === 1 ? 'stays' : 'stay'} whole`
}
