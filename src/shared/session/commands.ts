import { phaseMinutesListSchema } from '../agenda/phase.ts'
import { personIdSchema, phaseIdSchema, type NoteId } from '../ids.ts'
import { topicMaxLength } from '../words.ts'
import { z } from '../zod.ts'
import { attendeeSchema, type BodyOf } from './events.ts'
import { markSchema, pauseKindSchema, skipReasonSchema } from './vocabulary.ts'

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
  z.strictObject({ type: z.literal('give-floor'), ...person }),
  z.strictObject({ type: z.literal('release-floor'), ...person }),
  z.strictObject({ type: z.literal('mark'), ...person, mark: markSchema }),
  z.strictObject({ type: z.literal('undo') }),
])
export type Command = z.infer<typeof commandSchema>

/** What only the core asks: it has the roster, the notes' texts and the clocks. No window can send one. */
export type CoreCommand =
  | { readonly type: 'record-note'; readonly noteId: NoteId; readonly commitment: string }
  | { readonly type: 'keep-private-note'; readonly noteId: NoteId }
  | { readonly type: 'notice-jump'; readonly byMs: number }
  | { readonly type: 'come-back'; readonly awayMs: number }
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
  | 'nothing-to-undo'
