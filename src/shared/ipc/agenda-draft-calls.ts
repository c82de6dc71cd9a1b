import { maxPhases, phaseKindSchema } from '../agenda/phase.ts'
import { groupIdSchema, phaseIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** As far as they are typed: none yet, or more than a phase may have. */
const typedMinutesSchema = z.int().min(0).max(999)

/** An agenda under change, as it stands in its fields: its names and minutes need not be such that it could be saved. */
const agendaDraftSchema = z
  .array(
    z.strictObject({
      id: phaseIdSchema,
      name: z.string().max(80),
      kind: phaseKindSchema,
      minutes: typedMinutesSchema,
      minimumMinutes: typedMinutesSchema,
      isProtected: z.boolean(),
    }),
  )
  .min(1)
  .max(maxPhases)
export type AgendaDraft = z.infer<typeof agendaDraftSchema>

/** Main keeps them, in memory, as long as the console runs: the window that they are typed in goes with the lock. */
export const agendaDraftCalls = {
  /** Null where the agenda was saved, or its changes were discarded. */
  'agenda.keep-draft': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema, phases: agendaDraftSchema.nullable() }),
    z.null(),
  ),
  /** Null where nothing is unsaved. A phase may name somebody, so it waits while the names are concealed. */
  'agenda.kept-draft': call(
    'vault',
    z.strictObject({ groupId: groupIdSchema }),
    agendaDraftSchema.nullable(),
  ),
} as const
