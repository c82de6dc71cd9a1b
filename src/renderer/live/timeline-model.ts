import type { MadeMark, SessionState } from '../../shared/session/state.ts'
import type { PhaseProgress } from '../../shared/session/state.ts'
import { phaseSpans } from './phase-spans.ts'

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

interface TimelineTurn {
  readonly startMs: number
  readonly endMs: number
  readonly lane: number
}

export interface Timeline {
  readonly lengthMs: number
  readonly nowMs: number
  readonly segments: readonly TimelineSegment[]
  readonly turns: readonly TimelineTurn[]
  readonly marks: readonly MadeMark[]
  readonly notes: SessionState['notes']
}

export const laneCount = 5

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
    turns: state.turns.map(({ personId, startMs, endMs }) => ({
      startMs,
      endMs: endMs ?? nowMs,
      lane:
        Math.max(
          0,
          state.people.findIndex((person) => person.personId === personId),
        ) % laneCount,
    })),
    marks: state.marks,
    notes: state.notes,
  }
}

function heldSegments(state: SessionState): TimelineSegment[] {
  return phaseSpans(state.history).flatMap((span, index) => {
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
