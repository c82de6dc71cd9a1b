import { agendaSchema, maxPhases, phaseMinutesListSchema, phaseSchema } from '../agenda/phase.ts'
import { groupTypeSchema } from '../agenda/group-type.ts'
import { groupIdSchema, measureIdSchema, noteIdSchema, personIdSchema, phaseIdSchema } from '../ids.ts'
import { guardKindSchema, signedKindSchema } from '../record/note-kinds.ts'
import { topicMaxLength } from '../words.ts'
import { z } from '../zod.ts'
import { paperSheetSchema } from './paper-sheet.ts'
import { stampSchema } from './stamp.ts'
import {
  gapVerdictSchema,
  markSchema,
  momentSchema,
  observationSchema,
  part2Schema,
  pauseKindSchema,
  roleSchema,
  skipReasonSchema,
} from './vocabulary.ts'

/** A person as the session knows them: by id alone, so that names can change or be erased without touching history. */
export const attendeeSchema = z.strictObject({
  personId: personIdSchema,
  role: roleSchema,
  hasAgreed: z.boolean(),
})
export type Attendee = z.infer<typeof attendeeSchema>

/** The most people a circle seats, facilitators included. */
export const maxAttendees = 30

/** The longest session, in minutes. */
export const maxSessionMinutes = 600

const personOnly = { personId: personIdSchema }
/** The `seq` of the event that is meant. */
const earlierSeq = z.int().min(1)
/** Salted SHA-256 of a text, in hex: the log proves the text without holding it. */
const commitmentSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** What happened, in the field's words. Events carry ids, never names, and never private text. */
export const eventBodySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('session.prepared'),
    groupId: groupIdSchema,
    /** Counts the sessions of the group from 1. */
    number: z.int().min(1),
    groupType: groupTypeSchema,
    part2: part2Schema,
    topic: z.string().max(topicMaxLength),
    lengthMinutes: z.int().min(1).max(maxSessionMinutes),
    /** When the schedule says that it begins, milliseconds since 1970 UTC; null for an unscheduled session. */
    plannedStartMs: z.int().nullable(),
    phases: agendaSchema,
    attendees: z.array(attendeeSchema).min(1).max(maxAttendees),
  }),
  z.strictObject({ type: z.literal('topic.set'), topic: z.string().max(topicMaxLength) }),
  z.strictObject({
    type: z.literal('session.started'),
    lengthMinutes: z.int().min(1).max(maxSessionMinutes),
  }),
  z.strictObject({ type: z.literal('session.extended'), minutes: z.int().min(1).max(maxSessionMinutes) }),
  z.strictObject({ type: z.literal('session.ended') }),
  z.strictObject({ type: z.literal('phase.entered'), phaseId: phaseIdSchema }),
  z.strictObject({
    type: z.literal('phase.extended'),
    phaseId: phaseIdSchema,
    minutes: z.int().min(1).max(60),
  }),
  /**
   * By the agenda a phase was over at this moment, while the console was locked. Nobody could say whether the group went
   * on, so it changes nothing by itself; kept in memory, and written when the vault is open again.
   */
  z.strictObject({ type: z.literal('phase.ran-out'), phaseId: phaseIdSchema }),
  z.strictObject({ type: z.literal('phase.skipped'), phaseId: phaseIdSchema, reason: skipReasonSchema }),
  z.strictObject({
    type: z.literal('agenda.replanned'),
    minutes: phaseMinutesListSchema,
  }),
  /** A phase that the agenda did not have; null puts it last. */
  z.strictObject({
    type: z.literal('phase.inserted'),
    phase: phaseSchema,
    beforePhaseId: phaseIdSchema.nullable(),
  }),
  /** The phases that lie ahead, in their new order. */
  z.strictObject({
    type: z.literal('agenda.reordered'),
    phaseIds: z.array(phaseIdSchema).min(2).max(maxPhases),
  }),
  z.strictObject({ type: z.literal('pause.began'), kind: pauseKindSchema }),
  z.strictObject({ type: z.literal('pause.ended') }),
  z.strictObject({ type: z.literal('member.added'), attendee: attendeeSchema }),
  z.strictObject({ type: z.literal('agreement.recorded'), ...personOnly }),
  /** Not here after all: a wrong tap before the start, so nothing of it counts. */
  z.strictObject({ type: z.literal('member.expected'), ...personOnly }),
  z.strictObject({ type: z.literal('member.delayed'), ...personOnly }),
  z.strictObject({ type: z.literal('member.arrived'), ...personOnly }),
  z.strictObject({ type: z.literal('member.stepped-out'), ...personOnly }),
  z.strictObject({ type: z.literal('member.returned'), ...personOnly }),
  z.strictObject({ type: z.literal('member.left'), ...personOnly }),
  z.strictObject({ type: z.literal('member.excused'), ...personOnly }),
  z.strictObject({ type: z.literal('member.absent'), ...personOnly }),
  /** Seen alone, in place of the group. */
  z.strictObject({ type: z.literal('member.substituted'), ...personOnly }),
  /** This person leads from now on; whoever led before is a co-lead. */
  z.strictObject({ type: z.literal('lead.handed-over'), ...personOnly }),
  z.strictObject({ type: z.literal('floor.given'), ...personOnly }),
  z.strictObject({ type: z.literal('floor.released'), ...personOnly }),
  z.strictObject({ type: z.literal('observation.changed'), observation: observationSchema }),
  /**
   * Who was heard in one span of five minutes of group time, counted from 0; a later answer about the same span takes its
   * place. Complete: nobody else was.
   */
  z.strictObject({
    type: z.literal('sample.answered'),
    sample: z.int().min(0).max(maxSessionMinutes),
    heardIds: z.array(personIdSchema).max(maxAttendees),
    isComplete: z.boolean(),
  }),
  z.strictObject({ type: z.literal('mark.made'), ...personOnly, mark: markSchema }),
  /** A number from 0 to 10 that the person gave; a later one for the same moment and measure takes its place. */
  z.strictObject({
    type: z.literal('check-in.recorded'),
    ...personOnly,
    moment: momentSchema,
    measureId: measureIdSchema,
    value: z.int().min(0).max(10),
  }),
  /** Who sees to the follow-up that a risk mark opened. */
  z.strictObject({ type: z.literal('follow-up.assigned'), mark: earlierSeq, ownerId: personIdSchema }),
  /** What was done, and who signs for it. Signed, so it is never taken back. */
  z.strictObject({
    type: z.literal('follow-up.closed'),
    mark: earlierSeq,
    noteId: noteIdSchema,
    commitment: commitmentSchema,
    signedById: personIdSchema,
  }),
  z.strictObject({ type: z.literal('note.recorded'), noteId: noteIdSchema, commitment: commitmentSchema }),
  /** That a private note was kept, and nothing of it. */
  z.strictObject({ type: z.literal('private-note.kept'), noteId: noteIdSchema }),
  /**
   * A note about one member, or what amends or co-signs it, is signed and never changes again; `amends` is null for the
   * note itself. `overridden`: what a guard asked and the clinician decided otherwise.
   */
  z.strictObject({
    type: z.literal('note.signed'),
    ...personOnly,
    noteId: noteIdSchema,
    kind: signedKindSchema,
    amends: noteIdSchema.nullable(),
    commitment: commitmentSchema,
    signedById: personIdSchema,
    needsCoSignature: z.boolean(),
    overridden: z.array(guardKindSchema).max(guardKindSchema.options.length),
  }),
  /** A private note was put into the record: which, and as which record note. Its text stands in neither place here. */
  z.strictObject({ type: z.literal('private-note.moved'), fromId: noteIdSchema, noteId: noteIdSchema }),
  /**
   * The chart of somebody who was here was erased: nothing in the record says who they were, and the texts about them that
   * this log commits to are gone. Never taken back.
   */
  z.strictObject({ type: z.literal('chart.erased'), ...personOnly, noteIds: z.array(noteIdSchema) }),
  /** Takes back every event of one act. */
  z.strictObject({ type: z.literal('event.undone'), act: earlierSeq }),
  /** The wall clock was moved by this many milliseconds while the session went on. */
  z.strictObject({ type: z.literal('clock.jumped'), byMs: z.int() }),
  /**
   * The console was gone (crash, power, sleep): the last `awayMs` were not observed. `passedMs` stands only where the
   * wall clock was moved across a crash: the milliseconds that really passed since the event before. `watchedMs` stands
   * only after a lock: for so much of `awayMs` the console was there, locked, and saw the time go on.
   */
  z.strictObject({
    type: z.literal('console.returned'),
    awayMs: z.int().min(0),
    passedMs: z.int().min(0).exactOptional(),
    watchedMs: z.int().min(0).exactOptional(),
  }),
  /** What the facilitator says that a gap was; `gap` is the `seq` of its `console.returned`. */
  z.strictObject({ type: z.literal('gap.judged'), gap: earlierSeq, verdict: gapVerdictSchema }),
  /** A whole session, kept on paper and entered when it was over. */
  z.strictObject({ type: z.literal('paper.entered'), sheet: paperSheetSchema }),
])
export type EventBody = z.infer<typeof eventBodySchema>
export type EventType = EventBody['type']
export type BodyOf<Type extends EventType> = Extract<EventBody, { type: Type }>

/**
 * One entry of a session's log. `seq` counts from 1 without gaps. `act` is the `seq` of the first event that the same
 * act of the facilitator caused: undo takes back whole acts.
 */
export const sessionEventSchema = z.strictObject({
  seq: z.int().min(1),
  act: z.int().min(1),
  stamp: stampSchema,
  body: eventBodySchema,
})
export type SessionEvent = z.infer<typeof sessionEventSchema>
