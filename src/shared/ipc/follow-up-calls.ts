import { followUpIdSchema, groupIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { sessionEventSchema } from '../session/events.ts'
import { noteMaxLength, textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { noteTextSchema } from './session-calls.ts'

/** What a follow-up is known by: the session and the `seq` of the risk mark that opened it, or an id of its own. */
const ofMark = { sessionId: sessionIdSchema, mark: z.int().min(1) }
const ofScale = { followUpId: followUpIdSchema }

const opened = {
  personId: personIdSchema,
  /** Milliseconds since 1970 UTC. */
  openedAtMs: z.int(),
  /**
   * Who sees to it until somebody else is named: whoever leads the session, or whoever entered the questionnaire.
   */
  ownerId: personIdSchema.nullable(),
}

export const openFollowUpSchema = z.union([
  z.strictObject({ ...ofMark, groupId: groupIdSchema, ...opened }),
  /** Item 9 of a PHQ-9 was answered with this. */
  z.strictObject({ ...ofScale, item9: z.int().min(1).max(3), ...opened }),
])
export type OpenFollowUp = z.infer<typeof openFollowUpSchema>

const draftText = {
  /** May still be too long to be signed, so that nothing is lost while it is shortened. */
  text: textSchema(5 * noteMaxLength),
}

/** Words about a follow-up that nobody has signed yet. An empty text is none. */
export const followUpDraftSchema = z.union([
  z.strictObject({ ...ofMark, ...draftText }),
  z.strictObject({ ...ofScale, ...draftText }),
])
export type FollowUpDraft = z.infer<typeof followUpDraftSchema>
/** One follow-up of either kind. */
export type FollowUpKey =
  | Pick<Extract<FollowUpDraft, { readonly mark: number }>, 'sessionId' | 'mark'>
  | Pick<Extract<FollowUpDraft, { readonly followUpId: string }>, 'followUpId'>

/**
 * Follow-ups that risk marks opened, and in its lists those of questionnaires too. An owner is named with the command `assign-follow-up`; closing has a call of its
 * own, since its words belong to the record and the core alone knows who signs.
 */
export const followUpCalls = {
  /** Every follow-up that is open, of marks and of questionnaires, oldest first. */
  'follow-up.list-open': call('record', z.strictObject({}), z.array(openFollowUpSchema)),
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
  /** Everything that was begun and is not signed, of both kinds. */
  'follow-up.drafts': call('vault', z.strictObject({}), z.array(followUpDraftSchema)),
  /** Keeps words until they are signed. Fails with `refused` where there is nothing open to sign. */
  'follow-up.save-draft': call('vault', followUpDraftSchema, z.null()),
  /** What was signed in the follow-ups of a session. */
  'follow-up.closings': call(
    'record',
    z.strictObject({ sessionId: sessionIdSchema }),
    z.array(noteTextSchema),
  ),
} as const
