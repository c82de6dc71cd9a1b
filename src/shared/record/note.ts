import { groupTypeSchema } from '../agenda/group-type.ts'
import { goalIdSchema, groupIdSchema, noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import {
  markSchema,
  modalitySchema,
  momentSchema,
  part2Schema,
  presenceSchema,
  roleSchema,
} from '../session/vocabulary.ts'
import { textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { amendmentKindSchema } from './note-kinds.ts'

/** Orders of the same parts: none of them holds anything that another does not. */
export const noteFormatSchema = z.enum(['DAP', 'SOAP', 'BIRP', 'GIRP'])
export type NoteFormat = z.infer<typeof noteFormatSchema>

/** A longest paragraph, in characters. */
export const paragraphMaxLength = 4_000
const paragraph = textSchema(paragraphMaxLength)

/** How far a member came with a goal that the session addressed, in the clinician's words; may be empty. */
export const goalAddressedSchema = z.strictObject({
  goalId: goalIdSchema,
  progress: textSchema(400),
})
export type GoalAddressed = z.infer<typeof goalAddressedSchema>

const signerSchema = z.strictObject({
  personId: personIdSchema,
  name: z.string(),
  credentials: z.string(),
})
export type Signer = z.infer<typeof signerSchema>

/** A facilitator as a note names them. */
const noteFacilitatorSchema = signerSchema.extend({
  role: roleSchema,
  /** What they did, in their own words; empty when they wrote nothing. */
  interventions: paragraph,
})

/**
 * What a note says of the session and of one member, from the log and the roster: nobody wrote it for this note, and no
 * other member is in it. Wall times are milliseconds since 1970 UTC, shown in `zone`; spans are milliseconds.
 */
export const noteFactsSchema = z.strictObject({
  sessionId: sessionIdSchema,
  groupId: groupIdSchema,
  /** Counts the sessions of the group from 1. */
  number: z.int(),
  clinic: z.string(),
  groupName: z.string(),
  groupType: groupTypeSchema,
  part2: part2Schema,
  /** How it was held; absent in notes that were signed before groups met in any other way than in person. */
  modality: modalitySchema.exactOptional(),
  topic: z.string(),
  zone: z.string(),
  startedAtMs: z.int(),
  endedAtMs: z.int(),
  /** When it was entered from paper; null for a session that was run on the console. */
  enteredLateAtMs: z.int().nullable(),
  elapsedMs: z.int(),
  breakMs: z.int(),
  member: z.strictObject({
    personId: personIdSchema,
    name: z.string(),
    chartId: z.string(),
    role: roleSchema,
    presence: presenceSchema,
    hasCome: z.boolean(),
    /** In the room, pauses and breaks included, and the part of it that fell into those. */
    presentMs: z.int(),
    breakMs: z.int(),
  }),
  /** What the log holds about the member, as sentences in the order of the session. */
  sentences: z.array(z.string()),
  marks: z.array(z.strictObject({ mark: markSchema, count: z.int() })),
  checkIns: z.array(z.strictObject({ name: z.string(), moment: momentSchema, value: z.int() })),
  /** Follow-ups that risk marks of the member opened. */
  followUps: z.array(z.strictObject({ openedAtMs: z.int(), closedAtMs: z.int().nullable() })),
  /** How many took part: members (patients), others who came with or for them, and who led. */
  memberCount: z.int(),
  guestCount: z.int(),
  facilitators: z.array(noteFacilitatorSchema),
  groupProcess: paragraph,
  /** Until the next session, for everyone; what is to be practised stands by itself. */
  groupPlan: paragraph,
  homePractice: paragraph,
})
export type NoteFacts = z.infer<typeof noteFactsSchema>

/** What the clinician wrote about one member. */
export const noteWordsSchema = z.strictObject({
  format: noteFormatSchema,
  response: paragraph,
  plan: paragraph,
  goals: z.array(
    z.strictObject({
      text: z.string(),
      progress: z.string(),
      /** The words of the goal that an objective leads to; a goal has none. */
      under: z.string().exactOptional(),
    }),
  ),
})
export type NoteWords = z.infer<typeof noteWordsSchema>

const signatureSchema = z.strictObject({
  signer: signerSchema,
  signedAtMs: z.int(),
  /** Since the end of the session. */
  delayMs: z.int(),
  /** Signed when it was overdue by the rule of the clinic: it is a late entry. */
  isLate: z.boolean(),
})
export type NoteSignature = z.infer<typeof signatureSchema>

/** A signed note, whole: everything that it will ever say, as it was when it was signed. */
export const signedNoteSchema = z.strictObject({
  kind: z.literal('note'),
  facts: noteFactsSchema,
  words: noteWordsSchema,
  signature: signatureSchema,
})
export type SignedNote = z.infer<typeof signedNoteSchema>

/** What was added to a signed note later. */
export const amendmentSchema = z.strictObject({
  kind: amendmentKindSchema,
  amends: noteIdSchema,
  text: paragraph,
  signature: signatureSchema,
})
export type Amendment = z.infer<typeof amendmentSchema>

/** The signature of somebody who stands for a signed text beside its author. */
export const coSignatureSchema = z.strictObject({
  kind: z.literal('co-signature'),
  amends: noteIdSchema,
  signature: signatureSchema,
  /** When the PIN that it was proven with, or one before it, was set anew with the vault's passphrase alone. */
  pinResetAtMs: z.int().exactOptional(),
})
export type CoSignature = z.infer<typeof coSignatureSchema>

export const signedTextSchema = z.discriminatedUnion('kind', [
  signedNoteSchema,
  amendmentSchema,
  coSignatureSchema,
])
export type SignedText = z.infer<typeof signedTextSchema>
