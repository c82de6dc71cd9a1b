import { groupIdSchema, personIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** Longest reason in characters: a sentence or two. It is part of this member's own record and of nobody else's. */
export const reasonMaxLength = 300

/** The day from which it holds. */
const day = z.iso.date()
const reason = lineSchema(reasonMaxLength)
/** Empty where nobody gave one. */
const anyReason = z
  .string()
  .trim()
  .max(reasonMaxLength, { error: 'too-long' })
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { error: 'control-character' })
const groupId = groupIdSchema
/** The `seq` of the entry that this one is about. */
const refersTo = z.int().min(1)

/** Whose hours are counted: nine a week for adults and six for adolescents, unless the clinic says otherwise. */
export const ageGroupSchema = z.enum(['adult', 'adolescent'])
export type AgeGroup = z.infer<typeof ageGroupSchema>

/** The most minutes of individual work that one day can hold. */
export const maxWorkMinutes = 24 * 60

/** What changes in somebody's care outside the sessions, as it is entered. */
export const careActSchema = z.discriminatedUnion('kind', [
  /** Without a day where it was before such entries were kept. */
  z.strictObject({ kind: z.literal('enrolled'), groupId, day: day.nullable(), reason: anyReason }),
  z.strictObject({ kind: z.literal('withdrawn'), groupId, day, reason: anyReason }),
  z.strictObject({
    kind: z.literal('transferred'),
    groupId,
    toGroupId: groupIdSchema,
    day,
    reason,
  }),
  /** Work with this member alone in place of group; its minutes count to the hours of its week. */
  z.strictObject({
    kind: z.literal('individual-work'),
    day,
    minutes: z.int().min(1).max(maxWorkMinutes),
    reason,
  }),
  /** Needs not come to all hours. It holds until it is ended; on `reviewOn` somebody is to look at it again. */
  z.strictObject({ kind: z.literal('exempted'), day, reviewOn: z.iso.date(), reason }),
  z.strictObject({ kind: z.literal('exemption-ended'), refersTo, day, reason: anyReason }),
  z.strictObject({ kind: z.literal('discharged'), day, reason }),
  /** For a breach of confidentiality. */
  z.strictObject({ kind: z.literal('removed'), day, reason }),
  z.strictObject({ kind: z.literal('readmitted'), day, reason }),
  z.strictObject({ kind: z.literal('counted-as'), day, ageGroup: ageGroupSchema, reason: anyReason }),
  /** Joins the waiting list of a group. */
  z.strictObject({ kind: z.literal('waiting'), groupId, day, reason: anyReason }),
  z.strictObject({ kind: z.literal('stopped-waiting'), groupId, day, reason: anyReason }),
  /** An entry that should not be there stays, and counts no longer. */
  z.strictObject({ kind: z.literal('taken-back'), refersTo, day, reason: anyReason }),
])
export type CareAct = z.infer<typeof careActSchema>
export type CareKind = CareAct['kind']
export type CareActOf<Kind extends CareKind> = Extract<CareAct, { readonly kind: Kind }>

/** One entry of a member's history. It is never changed: one that was wrong is taken back by another. */
export const careEntrySchema = z.strictObject({
  /** Counts up over all members in the order of entering. */
  seq: z.int().min(1),
  personId: personIdSchema,
  act: careActSchema,
  /** Milliseconds since 1970 UTC. Null, as is who, for what was so before such entries were kept. */
  enteredAtMs: z.int().nullable(),
  enteredById: personIdSchema.nullable(),
  /** The entry that took this one back. */
  takenBackBy: z.int().nullable(),
})
export type CareEntry = z.infer<typeof careEntrySchema>
