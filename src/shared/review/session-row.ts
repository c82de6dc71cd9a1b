import { groupTypeSchema } from '../agenda/group-type.ts'
import { groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'

/** What the table of sessions knows of one that has ended. Members are counted without family, partners and guests. */
export const sessionRowSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  /** As it was held: the group may be another type by now. */
  groupType: groupTypeSchema,
  number: z.int(),
  topic: z.string(),
  /** Null for sessions from before the log told who led. */
  leadId: personIdSchema.nullable(),
  /** When it began; milliseconds since 1970 UTC. */
  heldAtMs: z.int(),
  endedAtMs: z.int(),
  isFromPaper: z.boolean(),
  plannedMinutes: z.int(),
  elapsedMs: z.int(),
  memberCount: z.int(),
  /** Members who came. */
  presentCount: z.int(),
  /** Members of whom something is written in the debrief. */
  writtenCount: z.int(),
  /** Members who came and whose note is signed. */
  signedCount: z.int(),
  /** Signed texts that somebody else has still to sign beside their author. */
  awaitingCount: z.int(),
  /** Signed notes with an addendum or a correction. */
  amendedCount: z.int(),
  /** Members who came, with whom risk was marked, and whose note is not signed: theirs is due sooner. */
  riskUnsignedCount: z.int(),
  /** How often risk was marked, and how many of the follow-ups are open. */
  riskCount: z.int(),
  openFollowUpCount: z.int(),
})
export type SessionRow = z.infer<typeof sessionRowSchema>

/** What the session took, in whole minutes: pauses are part of it, as they are of a planned length. */
export function actualMinutes({ elapsedMs }: Pick<SessionRow, 'elapsedMs'>): number {
  return Math.round(elapsedMs / 60_000)
}
