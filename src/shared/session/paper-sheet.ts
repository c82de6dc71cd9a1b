import { personIdSchema, phaseIdSchema } from '../ids.ts'
import { instantSchema } from '../instant.ts'
import { z } from '../zod.ts'
import { presenceSchema } from './vocabulary.ts'

/**
 * What a tick sheet tells of a session that was run without the console. Times of the day are milliseconds since 1970
 * UTC; everything else is whole minutes, since nobody writes seconds on paper.
 */
export const paperSheetSchema = z.strictObject({
  startedAtMs: instantSchema,
  endedAtMs: instantSchema,
  /** How long each phase took, in the order in which they were held; one that was left out has no entry. */
  phases: z.array(z.strictObject({ phaseId: phaseIdSchema, minutes: z.int().min(0).max(600) })).max(24),
  people: z
    .array(
      z.strictObject({
        personId: personIdSchema,
        presence: presenceSchema.extract(['present', 'excused', 'absent', 'substituted']),
        /** Minutes from the start to their coming and going; null: from the beginning, to the end. */
        cameAfterMinutes: z.int().min(0).max(600).nullable(),
        leftAfterMinutes: z.int().min(0).max(600).nullable(),
      }),
    )
    .max(30),
})
export type PaperSheet = z.infer<typeof paperSheetSchema>
