import { goalIdSchema, personIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** Longest goal in characters: a sentence or two. */
export const goalMaxLength = 200

/** What a member works towards, in their own words. */
export const goalSchema = z.strictObject({
  goalId: goalIdSchema,
  personId: personIdSchema,
  text: lineSchema(goalMaxLength),
  /** False once it is achieved. */
  isOpen: z.boolean(),
})
export type Goal = z.infer<typeof goalSchema>

const { text } = goalSchema.shape

export const goalCalls = {
  /** A member's goals in the order in which they were set, achieved ones included. */
  'goals.read': call('vault', z.strictObject({ personId: personIdSchema }), z.array(goalSchema)),
  'goals.set': call(
    'vault',
    z.strictObject({ personId: personIdSchema, text }),
    z.strictObject({ goalId: goalIdSchema }),
  ),
  'goals.change': call(
    'vault',
    z.strictObject({ goalId: goalIdSchema, text, isOpen: z.boolean() }),
    z.null(),
  ),
} as const
