import { phaseKindSchema } from '../agenda/phase.ts'
import { groupIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const count = z.int().min(0)
const ms = z.int().min(0)

const weekSchema = z.strictObject({
  startsOn: z.iso.date(),
  sessions: count,
  listed: count,
  came: count,
  cameToAll: count,
  cameAgain: z.strictObject({ count, of: count }).nullable(),
})

const phaseSpanSchema = z.strictObject({
  name: z.string(),
  kind: phaseKindSchema,
  plannedMinutes: z.int(),
  held: count,
  leftOut: count,
  shortestMs: ms,
  usualFromMs: ms,
  usualToMs: ms,
  longestMs: ms,
})

const topicSchema = z.strictObject({
  topic: z.string(),
  sessions: z
    .array(z.strictObject({ sessionId: sessionIdSchema, number: z.int(), startedAtMs: z.int() }))
    .min(1),
})

export const groupReviewSchema = z.strictObject({
  /** Sessions that have ended in this time. */
  sessions: count,
  /** Those of them that have no topic. */
  withoutTopic: count,
  weeks: z.array(weekSchema).min(1),
  phases: z.array(phaseSpanSchema),
  topics: z.array(topicSchema),
})
export type GroupReview = z.infer<typeof groupReviewSchema>

/** The last weeks, the current one included; null for all of them. */
export const weeksShownSchema = z.int().min(1).max(2_000).nullable()

export const groupReviewCalls = {
  /** A group over its last weeks. Fails with `not-found`. */
  'group-review.read': call(
    'record',
    z.strictObject({ groupId: groupIdSchema, weeks: weeksShownSchema }),
    groupReviewSchema,
  ),
} as const
