import { groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { sessionEventSchema } from '../session/events.ts'
import { noteMaxLength, textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { noteTextSchema } from './session-calls.ts'

export const openFollowUpSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  /** The `seq` of the risk mark that opened it. */
  mark: z.int().min(1),
  personId: personIdSchema,
  /** Milliseconds since 1970 UTC. */
  openedAtMs: z.int(),
  /** Who sees to it: whoever leads the session, until somebody else is named. */
  ownerId: personIdSchema.nullable(),
})
export type OpenFollowUp = z.infer<typeof openFollowUpSchema>

/** Words about a follow-up that nobody has signed yet. An empty text is none. */
export const followUpDraftSchema = z.strictObject({
  sessionId: sessionIdSchema,
  mark: z.int().min(1),
  /** May still be too long to be signed, so that nothing is lost while it is shortened. */
  text: textSchema(5 * noteMaxLength),
})
export type FollowUpDraft = z.infer<typeof followUpDraftSchema>

/**
 * Follow-ups that risk marks opened. An owner is named with the command `assign-follow-up`; closing has a call of its
 * own, since its words belong to the record and the core alone knows who signs.
 */
export const followUpCalls = {
  /** Every follow-up that is open, in all groups, oldest first. */
  'follow-up.list-open': call('vault', z.strictObject({}), z.array(openFollowUpSchema)),
  /** What was done, signed by the author of this vault at the core's time. It can be neither changed nor taken back. */
  'follow-up.close': call(
    'vault',
    z.strictObject({
      sessionId: sessionIdSchema,
      mark: z.int().min(1),
      text: textSchema(noteMaxLength).refine((text) => text.trim() !== '', { error: 'empty' }),
    }),
    z.array(sessionEventSchema),
  ),
  /** Everything that was begun and is not signed, in all sessions. */
  'follow-up.drafts': call('vault', z.strictObject({}), z.array(followUpDraftSchema)),
  /** Keeps words until they are signed. Fails with `refused` where there is nothing open to sign. */
  'follow-up.save-draft': call('vault', followUpDraftSchema, z.null()),
  /** What was signed in the follow-ups of a session. */
  'follow-up.closings': call(
    'vault',
    z.strictObject({ sessionId: sessionIdSchema }),
    z.array(noteTextSchema),
  ),
} as const
