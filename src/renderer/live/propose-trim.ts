import { listed } from '../../shared/count.ts'
import type { PhaseId } from '../../shared/ids.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { keepsMinutes, trimAgenda } from '../../shared/session/trim-agenda.ts'
import { paceOf } from './pace.ts'

/** Below this the group will catch up by itself, and a proposal would only disturb. */
const smallestDelayMinutes = 2
/** A card that is to be read at a glance names no more phases than this. */
const mostNamed = 3

export interface Proposal {
  readonly behindMinutes: number
  /** Empty when no phase has anything to give. */
  readonly trims: readonly { readonly phaseId: PhaseId; readonly name: string; readonly minutes: number }[]
  /** Protected phases and breaks ahead, which keep their minutes. */
  readonly kept: readonly string[]
  /** Minutes that trimming cannot win back. */
  readonly remainingMinutes: number
  /** What could be left out instead, with the minutes that this would win. */
  readonly spareable: readonly {
    readonly phaseId: PhaseId
    readonly name: string
    readonly minutes: number
  }[]
}

/** The one proposal for a session that runs late; null while the delay is small. `state` must be advanced to now. */
export function proposeTrim(state: SessionState): Proposal | null {
  const behindMinutes = paceOf(state)?.behindMinutes ?? 0
  if (behindMinutes < smallestDelayMinutes) return null
  const trims = trimAgenda(state.phases, behindMinutes)
  const minutes = new Map(trims.map((trim) => [trim.phaseId, trim.minutes]))
  const trimmed = state.phases.flatMap((phase) => {
    const to = minutes.get(phase.id)
    return to === undefined
      ? []
      : [{ phaseId: phase.id, name: phase.name, minutes: to, won: phase.minutes - to }]
  })
  const ahead = state.phases.filter(({ status }) => status === 'ahead')
  return {
    behindMinutes,
    trims: trimmed.map(({ phaseId, name, minutes: to }) => ({ phaseId, name, minutes: to })),
    kept: ahead.filter(keepsMinutes).map(({ name }) => name),
    remainingMinutes: behindMinutes - trimmed.reduce((sum, { won }) => sum + won, 0),
    spareable: ahead
      .filter((phase) => !keepsMinutes(phase))
      .map(({ id, name, minutes: whole, actualMs }) => ({
        phaseId: id,
        name,
        minutes: Math.max(0, whole - Math.ceil(actualMs / 60_000)),
      })),
  }
}

/** How much later it has to become before a proposal that was put aside is made again. */
const againAfterMinutes = 3

/** The proposal that is on the screen: put aside at some delay, it stays away until the delay has grown. */
export function openProposal(state: SessionState, dismissedAt: number | null): Proposal | null {
  const proposal = proposeTrim(state)
  const isPutAside =
    proposal !== null && dismissedAt !== null && proposal.behindMinutes < dismissedAt + againAfterMinutes
  return isPutAside ? null : proposal
}

/**
 * The delay from which a put-aside proposal counts its growth, as things stand now: when time has been won since, from
 * there. Nothing is put aside any more when the session is on time again, nor once the proposal has come back.
 */
export function putAsideNow(state: SessionState, dismissedAt: number | null): number | null {
  if (dismissedAt === null) return null
  const behindMinutes = paceOf(state)?.behindMinutes ?? 0
  const hasComeBack = behindMinutes >= dismissedAt + againAfterMinutes
  return behindMinutes < smallestDelayMinutes || hasComeBack ? null : Math.min(dismissedAt, behindMinutes)
}

/** Null when there is nothing to trim. */
export function trimCommand({ trims }: Proposal): Command | null {
  return trims.length === 0
    ? null
    : { type: 'replan', minutes: trims.map(({ phaseId, minutes }) => ({ phaseId, minutes })) }
}

/** How many minutes longer would be enough. In the last phase time runs on, so whole fives are asked for. */
export function longerMinutes({ remainingMinutes, kept, spareable }: Proposal): number {
  const isLast = kept.length === 0 && spareable.length === 0
  return isLast ? Math.ceil(remainingMinutes / 5) * 5 : remainingMinutes
}

/**
 * The proposal in a sentence or two: `Trim Discussion to 27; Check-out round stays whole.` Where trimming is not enough,
 * every phase that can give comes to its minimum.
 */
export function trimWords(proposal: Proposal): string {
  const { behindMinutes, trims, kept, remainingMinutes } = proposal
  const won = behindMinutes - remainingMinutes
  if (remainingMinutes === 0) return `Trim ${cutWords(trims, won)}${keptWords(kept)}.`
  return trims.length === 0
    ? `Nothing can be trimmed${keptWords(kept)}. ${waysWords(proposal)}`
    : `Trimming to the minimum wins ${won}${keptWords(kept)}. ${waysWords(proposal)}`
}

function cutWords(trims: Proposal['trims'], wonMinutes: number): string {
  if (trims.length > mostNamed) return `${trims.length} phases by ${wonMinutes} min`
  return listed(trims.map(({ name, minutes }) => `${name} to ${minutes}`))
}

function waysWords(proposal: Proposal): string {
  const otherwise = proposal.spareable.length > 0 ? 'leave a phase out' : 'close when the circle is done'
  return `Run ${longerMinutes(proposal)} min longer, or ${otherwise}.`
}

function keptWords(kept: readonly string[]): string {
  if (kept.length === 0) return ''
  if (kept.length > mostNamed) return '; breaks and protected phases stay whole'
  return `; ${listed(kept)} ${kept.length === 1 ? 'stays' : 'stay'} whole`
}
