import { phaseIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** A *round* gives each member a turn; a *break* is not counted as treatment time by some payers. */
export const phaseKindSchema = z.enum(['plain', 'round', 'break'])

/** As long as the longest group: an agenda of one phase must fit it. */
export const maxPhaseMinutes = 480

/** More phases than anyone can keep in view. */
export const maxPhases = 24

const phaseMinutesSchema = z.int().min(1).max(maxPhaseMinutes)

/** New minutes for some phases. */
export const phaseMinutesListSchema = z
  .array(z.strictObject({ phaseId: phaseIdSchema, minutes: phaseMinutesSchema }))
  .min(1)
  .max(maxPhases)

const plannedSchema = z.strictObject({
  name: lineSchema(60),
  kind: phaseKindSchema,
  minutes: phaseMinutesSchema,
  minimumMinutes: phaseMinutesSchema,
  /** A protected phase is never trimmed silently: closing rounds and leave-taking. */
  isProtected: z.boolean(),
})

const minimumAtMost = {
  error: 'minimum-above-minutes',
  path: ['minimumMinutes'],
}

function keepsMinimum({ minimumMinutes, minutes }: z.infer<typeof plannedSchema>): boolean {
  return minimumMinutes <= minutes
}

/** A phase that belongs to no group: it gets an id of its own when a group takes it over. */
export const templatePhaseSchema = plannedSchema.refine(keepsMinimum, minimumAtMost)

/** One phase of an agenda. `minutes` is what is planned, `minimumMinutes` what re-planning may not go below. */
export const phaseSchema = z
  .strictObject({ id: phaseIdSchema, ...plannedSchema.shape })
  .refine(keepsMinimum, minimumAtMost)

/** The phases of a session in order: at least one, at most twenty-four. */
export const agendaSchema = z.array(phaseSchema).min(1).max(maxPhases)

export type PhaseKind = z.infer<typeof phaseKindSchema>
export type Phase = z.infer<typeof phaseSchema>
export type TemplatePhase = z.infer<typeof templatePhaseSchema>

/** What goes from one group to another: all of a phase but its id. */
export function templatePhaseOf({ name, kind, minutes, minimumMinutes, isProtected }: Phase): TemplatePhase {
  return { name, kind, minutes, minimumMinutes, isProtected }
}

export function totalMinutes(phases: readonly Pick<Phase, 'minutes'>[]): number {
  return phases.reduce((total, phase) => total + phase.minutes, 0)
}
