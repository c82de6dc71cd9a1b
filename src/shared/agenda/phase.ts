import { phaseIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** A *round* gives each member a turn; a *break* is not counted as treatment time by some payers. */
export const phaseKindSchema = z.enum(['plain', 'round', 'break'])

/** One phase of an agenda. `minutes` is what is planned, `minimumMinutes` what re-planning may not go below. */
export const phaseSchema = z
  .strictObject({
    id: phaseIdSchema,
    name: lineSchema(60),
    kind: phaseKindSchema,
    minutes: z.int().min(1).max(240),
    minimumMinutes: z.int().min(1).max(240),
    /** A protected phase is never trimmed silently: closing rounds and leave-taking. */
    isProtected: z.boolean(),
  })
  .refine((phase) => phase.minimumMinutes <= phase.minutes, {
    error: 'minimum-above-minutes',
    path: ['minimumMinutes'],
  })

/** The phases of a session in order: at least one, at most twenty-four. */
export const agendaSchema = z.array(phaseSchema).min(1).max(24)

export type PhaseKind = z.infer<typeof phaseKindSchema>
export type Phase = z.infer<typeof phaseSchema>

export function totalMinutes(phases: readonly Pick<Phase, 'minutes'>[]): number {
  return phases.reduce((total, phase) => total + phase.minutes, 0)
}
