import { personIdSchema } from '../ids.ts'
import { textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { goalAddressedSchema, noteFormatSchema, paragraphMaxLength } from './note.ts'

const paragraph = textSchema(paragraphMaxLength)

/** What a debrief holds once for the whole group. No member is named in it. */
export const sharedPartSchema = z.strictObject({
  /** Interventions by facilitator: each their own text. */
  interventions: z.array(z.strictObject({ personId: personIdSchema, text: paragraph })).max(8),
  groupProcess: paragraph,
  plan: paragraph,
  /** What everyone practises until the next session; it stands in the next pre-flight. */
  homePractice: paragraph,
})
export type SharedPart = z.infer<typeof sharedPartSchema>

/** The clinician's own sentences about one member. */
export const responseSchema = z.strictObject({
  personId: personIdSchema,
  response: paragraph,
  plan: paragraph,
  /** Null: as the clinic writes its notes. */
  format: noteFormatSchema.nullable(),
  /** Whether the sentences from the log say in which phase something was: its name may name somebody. */
  namesPhases: z.boolean().default(true),
  /** The member's goals and objectives that the session addressed. */
  goals: z.array(goalAddressedSchema).max(60),
})
export type Response = z.infer<typeof responseSchema>
