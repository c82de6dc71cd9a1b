import { groupIdSchema, measureIdSchema, noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { markSchema, observationSchema, presenceSchema } from '../session/vocabulary.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { exportedFileSchema } from './export-calls.ts'
import { signedEntrySchema } from './note-calls.ts'

const ms = z.int().min(0)

/** One session that is over, as its log tells of one person. Wall times in milliseconds since 1970 UTC, spans too. */
export const memberSessionSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  /** Counts the sessions of the group from 1. */
  number: z.int().min(1),
  startedAtMs: z.int(),
  observation: observationSchema,
  /** Whether anybody's turn was tapped, or anybody was noted as heard: otherwise nothing is known of who took part. */
  wasObserved: z.boolean(),
  presence: presenceSchema,
  /** In the room, pauses and breaks included, and the part of it that fell into those. */
  presentMs: ms,
  breakMs: ms,
  talkMs: ms,
  turns: z.int().min(0),
  samplesHeard: z.int().min(0),
  /** Each mark with how often it was made, in the order of their first. */
  marks: z.array(z.strictObject({ mark: markSchema, count: z.int().min(1) })),
  /** The numbers that they gave at either end; null where they gave none. */
  checkIns: z.array(
    z.strictObject({
      measureId: measureIdSchema,
      start: z.int().min(0).max(10).nullable(),
      end: z.int().min(0).max(10).nullable(),
    }),
  ),
})
export type MemberSession = z.infer<typeof memberSessionSchema>

/** A note of one member as far as it has come. */
export const memberNoteSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  startedAtMs: z.int(),
  endedAtMs: z.int(),
  /** Risk was marked with them in this session, so that their note is due sooner. */
  hasRisk: z.boolean(),
  /** Something is written that nobody has signed. */
  hasDraft: z.boolean(),
  /** Null while it is not signed. */
  signedAtMs: z.int().nullable(),
  /** Signed texts, amendments too, that somebody else has still to sign beside their author. */
  awaitingCount: z.int().min(0),
  amendedCount: z.int().min(0),
})
export type MemberNote = z.infer<typeof memberNoteSchema>

/** What a signed note says of a goal, by its words on that day. */
export const goalProgressSchema = z.strictObject({
  sessionId: sessionIdSchema,
  startedAtMs: z.int(),
  text: z.string(),
  /** The words of the goal that an objective leads to; null for a goal. */
  under: z.string().nullable(),
  progress: z.string(),
})
export type GoalProgress = z.infer<typeof goalProgressSchema>

export const memberNotesSchema = z.strictObject({
  /** Of sessions that are over and that they came to as a member, newest first; and of any other that has a note. */
  notes: z.array(memberNoteSchema),
  /** The beginning of what the newest signed notes say of them. */
  openings: z.array(z.strictObject({ sessionId: sessionIdSchema, noteId: noteIdSchema, words: z.string() })),
  /** From the newest notes that say something of a goal, newest first. */
  progress: z.array(goalProgressSchema),
  /** Files of their own chart, newest first, the deleted ones among them. */
  files: z.array(exportedFileSchema),
})
export type MemberNotes = z.infer<typeof memberNotesSchema>

const person = z.strictObject({ personId: personIdSchema })

export const memberCalls = {
  /** Everything that was seen of somebody in sessions, oldest first. Fails with `not-found` for whoever is not on file. */
  'member.review': call(
    'record',
    person,
    z.strictObject({
      /** The weekday that a week begins with, 1 for Monday to 7 for Sunday. */
      weekStartsOn: z.int().min(1).max(7),
      sessions: z.array(memberSessionSchema),
    }),
  ),
  /** Their notes and what is in them of their goals, and the files made of them. Fails with `not-found` likewise. */
  'member.notes': call('record', person, memberNotesSchema),
  /** What is signed of one member in one session, in the order in which it was signed. */
  'member.signed-texts': call(
    'record',
    person.extend({ sessionId: sessionIdSchema }),
    z.strictObject({
      entries: z.array(signedEntrySchema),
      /** Those that somebody else is to sign beside their author, whether it is done or not. */
      coSignedIds: z.array(noteIdSchema),
    }),
  ),
} as const
