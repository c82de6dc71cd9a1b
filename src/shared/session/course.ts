import type { PhaseId } from '../ids.ts'
import { passPhase } from './advance.ts'
import { enter } from './apply-agenda.ts'
import { currentPhase, nextOf } from './decision.ts'
import type { SessionState } from './state.ts'

/** Where a session is on its agenda, without anybody in it. */
export type Course = Pick<SessionState, 'stage' | 'pauseKind' | 'phases' | 'currentPhaseId'>

/** A phase whose minutes were up so many milliseconds after the beginning. */
interface RanOut {
  readonly phaseId: PhaseId
  readonly afterMs: number
}

/**
 * The agenda as it goes on for `ms` with nobody to say otherwise: each phase begins when the one before has had its
 * minutes. A phase that is over already was left to go on by the facilitator, and goes on. In a pause nothing does.
 */
export function followAgenda(
  course: Course,
  ms: number,
): { readonly course: Course; readonly ranOut: readonly RanOut[] } {
  if (course.stage !== 'running') return { course, ranOut: [] }
  const ranOut: RanOut[] = []
  let so = course
  let goneMs = 0
  for (let phase = currentPhase(so); phase !== undefined; phase = currentPhase(so)) {
    const leftMs = phase.minutes * 60_000 - phase.actualMs
    if (leftMs <= 0 || leftMs > ms - goneMs) break
    goneMs += leftMs
    ranOut.push({ phaseId: phase.id, afterMs: goneMs })
    so = goOn(pass(so, leftMs))
  }
  return { course: pass(so, ms - goneMs), ranOut }
}

function pass(course: Course, ms: number): Course {
  return { ...course, phases: course.phases.map((phase) => passPhase(phase, ms)) }
}

function goOn(course: Course): Course {
  const next = nextOf(course)
  if (next === undefined) return course
  return { ...course, currentPhaseId: next.id, phases: enter(course.phases, next.id, 0) }
}
