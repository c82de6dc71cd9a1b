import { askedGapMs, isAskedAbout } from '../../shared/session/apply-gap.ts'
import type { Gap, MadeMark, PhaseProgress, SessionState } from '../../shared/session/state.ts'
import { heldPhases } from '../../shared/session/score.ts'
import { sessionTime } from '../../shared/session/stretches.ts'
import { phaseSpans, type PhaseSpan } from './phase-spans.ts'

const minuteMs = 60_000

/** A stretch of a phase on the line; times are session time in milliseconds. */
interface TimelineSegment {
  readonly key: string
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly status: 'held' | 'current' | 'planned'
  readonly isProtected: boolean
  readonly isBreak: boolean
}

/** A stretch that the console did not see. */
interface TimelineGap {
  readonly seq: number
  readonly startMs: number
  readonly endMs: number
  /** `open` is still to be answered. */
  readonly kind: 'open' | 'break' | 'kept' | 'locked'
}

export interface Timeline {
  readonly lengthMs: number
  readonly nowMs: number
  readonly segments: readonly TimelineSegment[]
  readonly gaps: readonly TimelineGap[]
  readonly turns: SessionState['turns']
  readonly marks: readonly MadeMark[]
  readonly notes: SessionState['notes']
}

const laneCount = 5

/** Turns of neighbours stand in different lanes. */
export function laneOf(personIndex: number): number {
  return personIndex % laneCount
}

/** The session as one line: what was held, what is on, what is still planned. `state` must be advanced to now. */
export function timelineOf(state: SessionState, planned: readonly PhaseProgress[] = state.phases): Timeline {
  const held = heldSegments(state)
  const nowMs = state.elapsedMs
  const ahead = plannedSegments(planned, state.stage, currentEnd(state, nowMs))
  const segments = [...held, ...ahead]
  return {
    lengthMs: Math.max(1, nowMs, segments.at(-1)?.endMs ?? 0),
    nowMs,
    segments,
    gaps: state.gaps.flatMap((gap) => gapStretch(gap)),
    turns: state.turns,
    marks: state.marks,
    notes: state.notes,
  }
}

// A gap too short to be asked about is nothing to look at, and one that was the end lies behind it.
function gapStretch(gap: Gap): TimelineGap[] {
  const { seq, atMs, awayMs, watchedMs, isBreak, verdict } = gap
  if (awayMs < askedGapMs || verdict === 'end') return []
  const isOpen = verdict === null && isAskedAbout(gap)
  const kind = isBreak || verdict === 'break' ? 'break' : isOpen ? 'open' : watchedMs > 0 ? 'locked' : 'kept'
  return [{ seq, startMs: atMs, endMs: atMs + awayMs, kind }]
}

function heldSegments(state: SessionState): TimelineSegment[] {
  return spansOf(state).flatMap((span, index) => {
    const phase = state.phases.find(({ id }) => id === span.phaseId)
    if (phase === undefined) return []
    const isCurrent = span.endMs === null && state.stage !== 'ended'
    return [
      {
        key: `held-${index}`,
        name: phase.name,
        startMs: span.startMs,
        endMs: isCurrent ? currentEnd(state, state.elapsedMs) : (span.endMs ?? state.elapsedMs),
        status: isCurrent ? 'current' : 'held',
        isProtected: phase.isProtected,
        isBreak: phase.kind === 'break',
      },
    ]
  })
}

// Phases that began under a lock have no event of their own: that they did was said afterwards, of the gap.
function spansOf(state: SessionState): readonly PhaseSpan[] {
  const isToldLater = state.gaps.some(({ ranOut }) => ranOut.some(({ nextId }) => nextId !== null))
  if (!isToldLater) return phaseSpans(state.history)
  const held = heldPhases(sessionTime(state).stretches)
  return held.map((span, index) => (index === held.length - 1 ? { ...span, endMs: null } : span))
}

/** When the current phase is to end, as it stands now; never before now. */
function currentEnd(state: SessionState, nowMs: number): number {
  const current = state.phases.find(({ status }) => status === 'current')
  return current === undefined
    ? nowMs
    : Math.max(nowMs, nowMs + current.minutes * minuteMs - current.actualMs)
}

function plannedSegments(
  phases: readonly PhaseProgress[],
  stage: SessionState['stage'],
  fromMs: number,
): TimelineSegment[] {
  if (stage === 'ended') return []
  let startMs = fromMs
  return phases
    .filter(({ status }) => status === 'ahead')
    .map((phase) => {
      const endMs = startMs + Math.max(0, phase.minutes * minuteMs - phase.actualMs)
      const segment: TimelineSegment = {
        key: `planned-${phase.id}`,
        name: phase.name,
        startMs,
        endMs,
        status: 'planned',
        isProtected: phase.isProtected,
        isBreak: phase.kind === 'break',
      }
      startMs = endMs
      return segment
    })
}
