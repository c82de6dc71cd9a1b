import type { PhaseProgress, SessionState } from './state.ts'

const minuteMs = 60_000

/** The minutes before the end at which the close is called to mind. */
const thresholds = [15, 10, 5] as const
export type ClosingThreshold = (typeof thresholds)[number]

/** What stands between now and the end, in the last quarter of an hour. */
export interface Closing {
  /** Whole minutes to the end, a begun one counted; negative by the whole minutes beyond it. */
  readonly leftMinutes: number
  /** The protected phases that are still to be held; null when there are none. */
  readonly close: {
    readonly name: string
    /** Protected phases besides the one that is named. */
    readonly moreCount: number
    /** Whole minutes that they still ask for together, a begun one counted. */
    readonly minutes: number
    /** The one that is named is on. */
    readonly isOn: boolean
  } | null
  /** *fits*; *now*: only if it is begun at once; *short*: no longer as long as it was planned. */
  readonly fit: 'fits' | 'now' | 'short'
}

/**
 * How the session comes to its end; null while more than a quarter of an hour is left and the protected close fits, and
 * when no session goes on. `state` must be advanced to now.
 */
export function closingOf(state: SessionState): Closing | null {
  if (state.stage !== 'running' && state.stage !== 'paused') return null
  const leftMinutes = Math.ceil((state.lengthMinutes * minuteMs - state.elapsedMs) / minuteMs)
  const close = closeOf(state)
  const fit = close === null ? 'fits' : fitOf(leftMinutes, close)
  return leftMinutes > thresholds[0] && fit === 'fits' ? null : { leftMinutes, close, fit }
}

function fitOf(leftMinutes: number, { minutes, isOn }: NonNullable<Closing['close']>): Closing['fit'] {
  if (leftMinutes > minutes) return 'fits'
  if (leftMinutes < minutes) return 'short'
  return isOn ? 'fits' : 'now'
}

// A protected phase that is on and has had its time asks for nothing more; what comes after it does.
function closeOf(state: SessionState): Closing['close'] {
  const phases = state.phases.filter(
    (phase) =>
      phase.isProtected && (phase.status === 'ahead' || phase.status === 'current') && askedMs(phase) > 0,
  )
  const first = phases[0]
  if (first === undefined) return null
  return {
    name: first.name,
    moreCount: phases.length - 1,
    minutes: Math.ceil(phases.reduce((sum, phase) => sum + askedMs(phase), 0) / minuteMs),
    isOn: first.status === 'current',
  }
}

function askedMs({ minutes, actualMs }: Pick<PhaseProgress, 'minutes' | 'actualMs'>): number {
  return Math.max(0, minutes * minuteMs - actualMs)
}

/** Which thresholds lie behind at this many milliseconds before the end; one that is no shorter than the session never came. */
function reached(leftMs: number, lengthMinutes: number): readonly ClosingThreshold[] {
  return thresholds.filter((minutes) => minutes < lengthMinutes && leftMs <= minutes * minuteMs)
}

/** What has been called to mind so far: a window that opens late takes what is over as said. */
export function thresholdsBehind(state: SessionState): readonly ClosingThreshold[] {
  return state.stage === 'running' || state.stage === 'paused'
    ? reached(state.lengthMinutes * minuteMs - state.elapsedMs, state.lengthMinutes)
    : []
}

/**
 * The threshold to call to mind now: the nearest to the end that was reached and that nothing nearer has made needless,
 * null when there is nothing new. Each is said once for an end, also when time on the screen goes back a little.
 */
export function nextThreshold(
  said: readonly ClosingThreshold[],
  state: SessionState,
): ClosingThreshold | null {
  const nearest = thresholdsBehind(state).at(-1)
  return nearest === undefined || said.some((one) => one <= nearest) ? null : nearest
}

/** What still counts as said once the end was moved: a threshold that lies ahead again belongs to the new end. */
export function stillSaid(
  said: readonly ClosingThreshold[],
  state: SessionState,
): readonly ClosingThreshold[] {
  const behind = thresholdsBehind(state)
  return said.filter((one) => behind.includes(one))
}
