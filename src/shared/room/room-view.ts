import { phaseKindSchema, type Phase } from '../agenda/phase.ts'
import { preferencesSchema, type Preferences } from '../ipc/preference-calls.ts'
import type { Nameable } from '../roster/nameable.ts'
import { namesAnybody } from '../roster/names-in-text.ts'
import type { Course } from '../session/course.ts'
import type { PhaseProgress } from '../session/state.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** The room sees the ring move, not the seconds: time is told in steps of this many. */
const stepSeconds = 5

/**
 * Everything that the second window ever gets, which the whole group looks at: where the session is, and nothing about
 * anybody in it. `number` counts from 1, and like `count` leaves out what was skipped.
 */
export const roomViewSchema = z.strictObject({
  stage: z.enum(['before', 'running', 'paused', 'break', 'after']),
  /** Null before the start and after the close. */
  phase: z
    .strictObject({
      name: lineSchema(60),
      kind: phaseKindSchema,
      number: z.int().min(1),
      count: z.int().min(1),
      plannedSeconds: z.int().min(1),
      /** In steps of five seconds; 0 when the time is up. */
      remainingSeconds: z.int().min(0),
    })
    .nullable(),
  theme: preferencesSchema.shape.theme,
})
export type RoomView = z.infer<typeof roomViewSchema>

/** What the room sees of a session, as it stands. Knows no roster, so it can name nobody on file. */
export function roomView(state: Course, theme: Preferences['theme']): RoomView {
  return { stage: stageOf(state), phase: phaseOf(state), theme }
}

/** A phase may be called after somebody; the room then sees its number alone. */
export function withoutNames(view: RoomView, people: readonly Nameable[]): RoomView {
  const { phase } = view
  if (phase === null || !namesAnybody(phase.name, people)) return view
  return { ...view, phase: { ...phase, name: `Phase ${phase.number}` } }
}

/**
 * A session's way along its agenda, to be gone on with when whoever could name anybody is gone: of a phase that may be
 * called after somebody the number is left, and of people nothing.
 */
export function courseWithoutNames(
  { stage, pauseKind, phases, currentPhaseId }: Course,
  people: readonly Nameable[],
): Course {
  const shown = phases.filter(({ status }) => status !== 'skipped')
  return {
    stage,
    pauseKind,
    currentPhaseId,
    phases: phases.map((phase) => ({
      ...phase,
      goneIds: [],
      name: namesAnybody(phase.name, people) ? `Phase ${Math.max(0, shown.indexOf(phase)) + 1}` : phase.name,
    })),
  }
}

function stageOf({ stage, pauseKind }: Course): RoomView['stage'] {
  switch (stage) {
    case 'empty':
    case 'prepared':
      return 'before'
    case 'running':
      return 'running'
    case 'paused':
      return pauseKind === 'break' ? 'break' : 'paused'
    case 'ended':
      return 'after'
  }
}

function phaseOf({ stage, phases, currentPhaseId }: Course): RoomView['phase'] {
  if (stage !== 'running' && stage !== 'paused') return null
  const shown = phases.filter(({ status }) => status !== 'skipped')
  const at = shown.findIndex(({ id }) => id === currentPhaseId)
  const phase = shown[at]
  if (phase === undefined) return null
  const { name, kind } = phase
  return { name, kind, number: at + 1, count: shown.length, ...secondsOf(phase) }
}

function secondsOf({ minutes, actualMs }: Pick<Phase, 'minutes'> & Pick<PhaseProgress, 'actualMs'>) {
  const plannedSeconds = minutes * 60
  const left = Math.ceil((plannedSeconds - actualMs / 1_000) / stepSeconds) * stepSeconds
  return { plannedSeconds, remainingSeconds: Math.max(0, left) }
}
