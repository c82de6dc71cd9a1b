import { fail, succeed, type Result } from '../result.ts'
import { totalMinutes, type Phase } from './phase.ts'

/** The agenda cannot become shorter than this without going below a minimum or into a protected phase. */
export interface TooShort {
  readonly code: 'too-short'
  readonly shortestMinutes: number
}

type Flexible = Pick<Phase, 'minutes' | 'minimumMinutes' | 'isProtected' | 'kind'>

/**
 * Stretches or trims an agenda to a length in whole minutes. Breaks and protected phases keep their minutes; the others
 * share the difference in proportion to what each has to give (trimming) or to its minutes (stretching).
 */
export function fitAgenda<P extends Flexible>(
  phases: readonly P[],
  lengthMinutes: number,
): Result<P[], TooShort> {
  const difference = lengthMinutes - totalMinutes(phases)
  const weights = phases.map((phase) => {
    if (phase.isProtected || phase.kind === 'break') return 0
    return difference < 0 ? phase.minutes - phase.minimumMinutes : phase.minutes
  })
  const available = weights.reduce((sum, weight) => sum + weight, 0)
  if (difference < 0 && -difference > available) {
    return fail({ code: 'too-short', shortestMinutes: totalMinutes(phases) - available })
  }
  if (difference > 0 && available === 0) return succeed(stretchLast(phases, difference))
  const shares = shareOut(Math.abs(difference), weights)
  return succeed(
    phases.map((phase, index) => {
      const share = shares[index] ?? 0
      return { ...phase, minutes: phase.minutes + (difference < 0 ? -share : share) }
    }),
  )
}

// Only breaks and protected phases: the close gets the time, since nothing else may change its meaning.
function stretchLast<P extends Flexible>(phases: readonly P[], minutes: number): P[] {
  return phases.map((phase, index) =>
    index === phases.length - 1 ? { ...phase, minutes: phase.minutes + minutes } : phase,
  )
}

/**
 * Splits whole minutes by weight with the largest-remainder method, so that the parts always sum to the whole. No part
 * is above its weight while the minutes are no more than all the weights.
 */
export function shareOut(minutes: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0 || minutes === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (minutes * weight) / total)
  const shares = exact.map((share) => Math.floor(share))
  const missing = minutes - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
