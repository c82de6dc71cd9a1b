import type { PhaseId } from '../../shared/ids.ts'
import type { SessionState } from '../../shared/session/state.ts'
import { phaseLeftMs } from './pace.ts'

/** The current phase as the chime sees it. */
export interface PhaseTime {
  readonly phaseId: PhaseId
  /** Negative when it runs over. */
  readonly leftMs: number
}

/** A bell for a moment that has passed would only mislead, as after sleep. */
const latestMs = 10_000

export function phaseTime({ stage, phases }: Pick<SessionState, 'stage' | 'phases'>): PhaseTime | null {
  const phase = phases.find(({ status }) => status === 'current')
  return stage !== 'running' || phase === undefined ? null : { phaseId: phase.id, leftMs: phaseLeftMs(phase) }
}

/** Whether the minutes of a phase were used up between two looks at it. Extended, it has an end once more. */
export function hasRunOut(before: PhaseTime | null, now: PhaseTime | null): boolean {
  if (before === null || now === null || before.phaseId !== now.phaseId) return false
  return before.leftMs > 0 && now.leftMs <= 0 && now.leftMs > -latestMs
}
