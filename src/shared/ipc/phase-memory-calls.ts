import { groupTypeSchema } from '../agenda/group-type.ts'
import { personIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** How long a phase usually takes. */
const usualPhaseSchema = z.strictObject({
  /** Its `phaseMemoryKey`. */
  key: z.string(),
  minutes: z.int().min(1),
})
export type UsualPhase = z.infer<typeof usualPhaseSchema>

export const phaseMemoryCalls = {
  /** The usual minutes of phases in groups of a type, from the newest sessions that a facilitator led; null: the author. */
  'agenda.usual-minutes': call(
    'vault',
    z.strictObject({ groupType: groupTypeSchema, leadId: personIdSchema.nullable() }),
    z.array(usualPhaseSchema),
  ),
} as const
