import { phaseKindSchema } from '../agenda/phase.ts'
import { personIdSchema, phaseIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { openFollowUpSchema } from './follow-up-calls.ts'
import { goalSchema } from './goal-calls.ts'

/** A phase of the last session that was left out or never reached. */
const leftOpenSchema = z.strictObject({
  phaseId: phaseIdSchema,
  name: z.string(),
  kind: phaseKindSchema,
  minutes: z.int(),
  minimumMinutes: z.int(),
  isSkipped: z.boolean(),
})
export type LeftOpen = z.infer<typeof leftOpenSchema>

export const preflightSchema = z.strictObject({
  /** The session of this group that was held last; null before the second one. */
  last: z
    .strictObject({
      sessionId: sessionIdSchema,
      startedAtMs: z.int(),
      leftOpen: z.array(leftOpenSchema),
      /** The plan for everyone, and each member's own, as far as they were written. */
      plan: z.string(),
      plans: z.array(z.strictObject({ personId: personIdSchema, plan: z.string() })),
      /** What everyone was to practise until now. */
      homePractice: z.string(),
      /** Who is expected now, was away then, and so has not heard the plan. */
      awayIds: z.array(personIdSchema),
    })
    .nullable(),
  /** Open follow-ups of those who are expected, oldest first. */
  followUps: z.array(openFollowUpSchema),
  /** Their open goals. */
  goals: z.array(goalSchema),
})
export type Preflight = z.infer<typeof preflightSchema>

export const preflightCalls = {
  /** What a facilitator wants to know before a session begins. */
  'session.preflight': call('vault', z.strictObject({ sessionId: sessionIdSchema }), preflightSchema),
} as const
