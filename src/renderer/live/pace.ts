import { jumpThresholdMs } from '../../shared/session/stamp.ts'
import type { PhaseProgress, SessionState } from '../../shared/session/state.ts'

const minuteMs = 60_000

/** How the running session stands against its length. */
interface Pace {
  /** Whole minutes that the agenda would run over the end; negative when it would finish early. */
  readonly behindMinutes: number
  /** Milliseconds until the planned end; negative beyond it. */
  readonly leftMs: number
  /** Wall time of the planned end. */
  readonly endsAtMs: number
}

/** Null before the start and after the end, when there is no pace. `state` must be advanced to now. */
export function paceOf(state: SessionState): Pace | null {
  const { stamp, startedAtMs } = state
  if (stamp === null || startedAtMs === null || state.stage === 'ended') return null
  const leftMs = state.lengthMinutes * minuteMs - state.elapsedMs
  const overMs = agendaLeftMs(state) - leftMs
  const byStartMs = startedAtMs + state.lengthMinutes * minuteMs
  const byNowMs = stamp.wallMs + leftMs
  return {
    behindMinutes: Math.trunc(overMs / minuteMs),
    leftMs,
    // The start knows the end to the millisecond, unless somebody has moved the computer's clock since.
    endsAtMs: Math.abs(byNowMs - byStartMs) > jumpThresholdMs ? byNowMs : byStartMs,
  }
}

/** What the current phase and those ahead still ask for. */
function agendaLeftMs(state: Pick<SessionState, 'phases'>): number {
  return state.phases.reduce((left, phase) => {
    if (phase.status === 'ahead') return left + Math.max(0, phase.minutes * minuteMs - phase.actualMs)
    return phase.status === 'current' ? left + Math.max(0, phaseLeftMs(phase)) : left
  }, 0)
}

/** Negative when the phase runs over. */
export function phaseLeftMs(phase: Pick<PhaseProgress, 'minutes' | 'actualMs'>): number {
  return phase.minutes * minuteMs - phase.actualMs
}

export type PhaseTone = 'calm' | 'amber' | 'deep' | 'over'

/** Calm, amber in the last fifth, deeper in the last twentieth, then over. */
export function phaseTone(phase: Pick<PhaseProgress, 'minutes' | 'actualMs'>): PhaseTone {
  const share = phaseLeftMs(phase) / (phase.minutes * minuteMs)
  if (share <= 0) return 'over'
  if (share <= 0.05) return 'deep'
  return share <= 0.2 ? 'amber' : 'calm'
}
