import { goalIdSchema, personIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** Longest goal or objective in characters: a sentence or two. */
export const goalMaxLength = 200

/** What a member works towards, in their own words: a goal, or an objective on the way to one. */
export const goalSchema = z.strictObject({
  goalId: goalIdSchema,
  personId: personIdSchema,
  /** The goal that an objective leads to; null for a goal. Objectives have none of their own. */
  parentId: goalIdSchema.nullable(),
  text: lineSchema(goalMaxLength),
  /** False once it is achieved. */
  isOpen: z.boolean(),
  /** No longer offered to new notes; those that addressed it keep its words. */
  isSetAside: z.boolean(),
  /** A note, signed or not, addresses it or one of its objectives: it can be set aside and not deleted. */
  isAddressed: z.boolean(),
})
export type Goal = z.infer<typeof goalSchema>

const { text } = goalSchema.shape
const oneGoal = z.strictObject({ goalId: goalIdSchema })

export const goalCalls = {
  /** A member's goals and objectives in the order in which they were set: those achieved and set aside too. */
  'goals.read': call('record', z.strictObject({ personId: personIdSchema }), z.array(goalSchema)),
  /** Sets a goal, or an objective of the goal with `parentId`, which is this member's and no objective itself. */
  'goals.set': call(
    'vault',
    z.strictObject({ personId: personIdSchema, text, parentId: goalIdSchema.nullable().default(null) }),
    oneGoal,
  ),
  'goals.change': call(
    'vault',
    z.strictObject({ goalId: goalIdSchema, text, isOpen: z.boolean() }),
    z.null(),
  ),
  /** Deletes a goal with its objectives; one that a note addresses is set aside with them instead. */
  'goals.remove': call('vault', oneGoal, z.strictObject({ isSetAside: z.boolean() })),
  /** Offers a goal again that was set aside. */
  'goals.bring-back': call('vault', oneGoal, z.null()),
} as const
