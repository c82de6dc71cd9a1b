import { groupIdSchema, noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { memberRoleSchema } from '../roster/member.ts'
import { commandSchema } from '../session/commands.ts'
import { sessionEventSchema } from '../session/events.ts'
import { logTextSchema } from '../session/log-text.ts'
import { stampSchema } from '../session/stamp.ts'
import { lineSchema, nameMaxLength, noteMaxLength, textSchema, topicMaxLength } from '../words.ts'
import { instantSchema } from '../instant.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** A note's text; where and when it was written stands in the log, under the same id. */
export const noteTextSchema = z.strictObject({ noteId: noteIdSchema, text: textSchema(noteMaxLength) })
export type NoteText = z.infer<typeof noteTextSchema>

const noteInput = z.strictObject({
  sessionId: sessionIdSchema,
  text: textSchema(noteMaxLength).refine((text) => text.trim() !== '', { error: 'empty' }),
})

export const sessionSummarySchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  number: z.int(),
  topic: z.string(),
  stage: z.enum(['prepared', 'running', 'paused', 'ended']),
  plannedStartMs: z.int().nullable(),
  startedAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  /** When it was entered from paper; null for a session that was run on the console. */
  enteredLateAtMs: z.int().nullable(),
  memberCount: z.int(),
  /** Members who came. */
  presentCount: z.int(),
  /** Members whose debrief sentence is written. */
  writtenCount: z.int(),
  /** Members who came and whose note is signed. */
  signedCount: z.int(),
  /** Signed texts, amendments too, that somebody else has still to sign beside their author. */
  awaitingCount: z.int(),
  /** Risk was marked with a member whose note is not signed, so that one is due sooner. */
  hasRiskUnsigned: z.boolean(),
})
export type SessionSummary = z.infer<typeof sessionSummarySchema>

export const openedSessionSchema = z.strictObject({
  sessionId: sessionIdSchema,
  /** Every event from the first on, taken back or not, as one text: `readLog` reads it. */
  log: logTextSchema,
  recordNotes: z.array(noteTextSchema),
  now: stampSchema,
})
export type OpenedSession = z.infer<typeof openedSessionSchema>

export const sessionCalls = {
  /**
   * Those that a day can ask about, newest first: not ended, not signed or co-signed yet, of the last two weeks, and the
   * last of each group.
   */
  'session.current': call('record', z.strictObject({}), z.array(sessionSummarySchema)),
  /**
   * Prepares the next session of a group: everyone enrolled is expected, the facilitators are there. Seats are numbered
   * clockwise as the group sits, and keep their numbers throughout the session.
   */
  'session.prepare': call(
    'vault',
    z.strictObject({
      groupId: groupIdSchema,
      topic: z.string().trim().max(topicMaxLength),
      leadId: personIdSchema,
      coLeadIds: z.array(personIdSchema).max(3),
      /** Facilitators on file who sit in and take no part. */
      observerIds: z.array(personIdSchema).max(3).optional(),
      /** The scheduled start, milliseconds since 1970 UTC; null when the session is not on the schedule. */
      plannedStartMs: instantSchema.nullable(),
    }),
    z.strictObject({ sessionId: sessionIdSchema }),
  ),
  /** Discards a session that never started. */
  'session.discard': call('vault', z.strictObject({ sessionId: sessionIdSchema }), z.null()),
  'session.open': call('record', z.strictObject({ sessionId: sessionIdSchema }), openedSessionSchema),
  /** The events that the command caused, after they are on disk. */
  'session.act': call(
    'vault',
    z.strictObject({ sessionId: sessionIdSchema, command: commandSchema }),
    z.array(sessionEventSchema),
  ),
  /** Adds someone who came unexpectedly: somebody on file, or a new member by name. */
  'session.walk-in': call(
    'vault',
    z.strictObject({
      sessionId: sessionIdSchema,
      who: z.union([
        z.strictObject({
          personId: personIdSchema,
          /** What a facilitator joins as: co-lead unless it is said. A member's own role stands. */
          role: z.enum(['co-lead', 'observer']).optional(),
        }),
        z.strictObject({
          preferredName: lineSchema(nameMaxLength),
          initials: lineSchema(6),
          role: memberRoleSchema,
        }),
      ]),
    }),
    z.array(sessionEventSchema),
  ),
  'session.record-note': call('vault', noteInput, noteTextSchema),
  'session.keep-private-note': call('vault', noteInput, noteTextSchema),
  /** Private notes of a session, from private.db alone: also of one that an older backup, restored, knows nothing of. */
  'session.private-notes': call(
    'vault',
    z.strictObject({ sessionId: sessionIdSchema }),
    z.array(noteTextSchema),
  ),
} as const
