import type { PhaseProgress } from '../../shared/session/state.ts'

/** How much longer or shorter a phase was than the agenda had it, in whole minutes. */
export interface Difference {
  readonly words: string
  readonly isMore: boolean
}

/** `+2`, `−3`; null where there is no whole minute of difference, and for a phase that the agenda did not have. */
export function differenceWords({
  actualMs,
  plannedMinutes,
  isInserted,
}: Pick<PhaseProgress, 'actualMs' | 'plannedMinutes' | 'isInserted'>): Difference | null {
  const minutes = Math.round(actualMs / 60_000) - plannedMinutes
  if (minutes === 0 || isInserted) return null
  return { words: minutes > 0 ? `+${minutes}` : `−${-minutes}`, isMore: minutes > 0 }
}
