import { personIdSchema } from '../ids.ts'
import { textSchema } from '../words.ts'
import { z } from '../zod.ts'

const paragraph = textSchema(4_000)

/** What a debrief holds once for the whole group. No member is named in it. */
export const sharedPartSchema = z.strictObject({
  /** Interventions by facilitator: each their own text. */
  interventions: z.array(z.strictObject({ personId: personIdSchema, text: paragraph })).max(8),
  groupProcess: paragraph,
  plan: paragraph,
})
export type SharedPart = z.infer<typeof sharedPartSchema>

/** The clinician's own sentences about one member. */
export const responseSchema = z.strictObject({
  personId: personIdSchema,
  response: paragraph,
  plan: paragraph,
})
export type Response = z.infer<typeof responseSchema>
