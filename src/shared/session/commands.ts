import { maxPhases, phaseMinutesListSchema, phaseSchema } from '../agenda/phase.ts'
import {
  measureIdSchema,
  personIdSchema,
  phaseIdSchema,
  type NoteId,
  type PersonId,
  type PhaseId,
} from '../ids.ts'
import { topicMaxLength } from '../words.ts'
import { z } from '../zod.ts'
import { attendeeSchema, maxAttendees, maxSessionMinutes, type BodyOf } from './events.ts'
import { paperSheetSchema } from './paper-sheet.ts'
import {
  gapVerdictSchema,
  markSchema,
  momentSchema,
  observationSchema,
  pauseKindSchema,
  skipReasonSchema,
} from './vocabulary.ts'

const person = { personId: personIdSchema }

/** What a facilitator can ask of a session from a window. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('set-topic'), topic: z.string().trim().max(topicMaxLength) }),
  /** `as-scheduled` keeps the planned end and fits the agenda to what is left; `full-length` begins the length now. */
  z.strictObject({ type: z.literal('start'), end: z.enum(['as-scheduled', 'full-length']) }),
  z.strictObject({ type: z.literal('next-phase') }),
  z.strictObject({ type: z.literal('previous-phase') }),
  z.strictObject({ type: z.literal('extend-phase'), minutes: z.int().min(1).max(60) }),
  z.strictObject({ type: z.literal('skip-phase'), phaseId: phaseIdSchema, reason: skipReasonSchema }),
  z.strictObject({
    type: z.literal('replan'),
    minutes: phaseMinutesListSchema,
  }),
  /** Moves the session's end; the phases keep their minutes until they are planned again. */
  z.strictObject({ type: z.literal('extend-session'), minutes: z.int().min(1).max(180) }),
  /** Puts a new phase before one that lies ahead; null puts it last. The window makes its id. */
  z.strictObject({
    type: z.literal('insert-phase'),
    phase: phaseSchema,
    beforePhaseId: phaseIdSchema.nullable(),
  }),
  /** All phases that lie ahead, in the wanted order. */
  z.strictObject({
    type: z.literal('reorder-phases'),
    phaseIds: z.array(phaseIdSchema).min(2).max(maxPhases),
  }),
  z.strictObject({ type: z.literal('judge-gap'), gap: z.int().min(1), verdict: gapVerdictSchema }),
  z.strictObject({ type: z.literal('pause'), kind: pauseKindSchema }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('add-member'), attendee: attendeeSchema }),
  z.strictObject({ type: z.literal('record-agreement'), ...person }),
  z.strictObject({ type: z.literal('expect'), ...person }),
  z.strictObject({ type: z.literal('delay'), ...person }),
  z.strictObject({ type: z.literal('arrive'), ...person }),
  z.strictObject({ type: z.literal('arrive-all') }),
  z.strictObject({ type: z.literal('step-out'), ...person }),
  z.strictObject({ type: z.literal('return'), ...person }),
  z.strictObject({ type: z.literal('leave'), ...person }),
  z.strictObject({ type: z.literal('excuse'), ...person }),
  z.strictObject({ type: z.literal('mark-absent'), ...person }),
  z.strictObject({ type: z.literal('substitute'), ...person }),
  z.strictObject({ type: z.literal('hand-over'), ...person }),
  z.strictObject({ type: z.literal('give-floor'), ...person }),
  z.strictObject({ type: z.literal('release-floor'), ...person }),
  /** In a round: everyone gives the floor back, and this person has it; null when nobody is left. */
  z.strictObject({ type: z.literal('pass-on'), personId: personIdSchema.nullable() }),
  z.strictObject({ type: z.literal('observe'), observation: observationSchema }),
  /** Answers the question of the sampling mode about a span that is over: all who were heard in it. */
  z.strictObject({
    type: z.literal('answer-sample'),
    sample: z.int().min(0).max(maxSessionMinutes),
    heardIds: z.array(personIdSchema).max(maxAttendees),
    isComplete: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('record-check-in'),
    ...person,
    moment: momentSchema,
    measureId: measureIdSchema,
    value: z.int().min(0).max(10),
  }),
  z.strictObject({ type: z.literal('assign-follow-up'), mark: z.int().min(1), ownerId: personIdSchema }),
  /** Enters a session that was kept on paper, with the marks ticked on its sheet. */
  z.strictObject({
    type: z.literal('enter-paper'),
    sheet: paperSheetSchema,
    // Each of a sheet's nine boxes for a person is ticked three times at the most.
    marks: z.array(z.strictObject({ ...person, mark: markSchema })).max(maxAttendees * 27),
  }),
  z.strictObject({ type: z.literal('mark'), ...person, mark: markSchema }),
  z.strictObject({ type: z.literal('undo') }),
])
export type Command = z.infer<typeof commandSchema>

/** What only the core asks: it has the roster, the notes' texts and the clocks. No window can send one. */
export type CoreCommand =
  | { readonly type: 'record-note'; readonly noteId: NoteId; readonly commitment: string }
  | { readonly type: 'keep-private-note'; readonly noteId: NoteId }
  | {
      readonly type: 'close-follow-up'
      readonly mark: number
      readonly noteId: NoteId
      readonly commitment: string
      readonly signedById: PersonId
    }
  | ({ readonly type: 'sign-note' } & Omit<BodyOf<'note.signed'>, 'type'>)
  | { readonly type: 'erase-chart'; readonly personId: PersonId }
  /** The record note that a private note becomes. */
  | {
      readonly type: 'move-note'
      readonly fromId: NoteId
      readonly noteId: NoteId
      readonly commitment: string
    }
  | { readonly type: 'notice-jump'; readonly byMs: number }
  /**
   * `passedMs`: what really passed since the last event, where the wall clock tells it wrongly. `watchedMs`: how much of
   * `awayMs` a locked console saw; null where it was not there.
   */
  | {
      readonly type: 'come-back'
      readonly awayMs: number
      readonly passedMs: number | null
      readonly watchedMs?: number | null
    }
  /** By the agenda a phase is over, while the console is locked. */
  | { readonly type: 'run-out'; readonly phaseId: PhaseId }
  | ({ readonly type: 'prepare' } & Omit<BodyOf<'session.prepared'>, 'type'>)

export type AnyCommand = Command | CoreCommand

/** Why a command is refused. Nothing was changed; the window has words for each. */
export type Refusal =
  | 'already-prepared'
  | 'not-prepared'
  | 'already-started'
  | 'not-running'
  | 'not-paused'
  | 'ended'
  | 'unknown-person'
  | 'unknown-phase'
  | 'already-there'
  | 'not-present'
  | 'not-possible'
  | 'circle-full'
  | 'has-floor'
  | 'no-floor'
  | 'on-break'
  | 'phase-over'
  | 'first-phase'
  | 'last-phase'
  | 'too-short'
  | 'below-minimum'
  | 'not-in-round'
  | 'sampling'
  | 'not-sampling'
  | 'agenda-full'
  | 'unknown-gap'
  | 'gap-settled'
  | 'went-on'
  | 'unknown-follow-up'
  | 'follow-up-closed'
  | 'not-a-sheet'
  | 'unknown-note'
  | 'already-signed'
  | 'chart-erased'
  | 'may-not-sign'
  | 'not-closed'
  | 'guards-open'
  | 'signed'
  | 'nothing-to-undo'
