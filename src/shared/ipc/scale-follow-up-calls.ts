import { followUpIdSchema, personIdSchema, scaleResultIdSchema } from '../ids.ts'
import { noteMaxLength, textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const oneFollowUp = z.strictObject({ followUpId: followUpIdSchema })

/** What was done about a risk that a questionnaire told, and who signed it when. */
export const closingSchema = z.strictObject({
  text: z.string(),
  signedById: personIdSchema,
  closedAtMs: z.int(),
  /** False where the text is not what was signed: somebody has reached into the file. */
  isAsSigned: z.boolean(),
})

/** A risk that item 9 of a PHQ-9 told. It belongs to no session. */
export const scaleFollowUpSchema = oneFollowUp.extend({
  resultId: scaleResultIdSchema,
  personId: personIdSchema,
  item9: z.int().min(1).max(3),
  openedAtMs: z.int(),
  ownerId: personIdSchema.nullable(),
  /** Null while it is open. */
  closed: closingSchema.nullable(),
})
export type ScaleFollowUp = z.infer<typeof scaleFollowUpSchema>

/** As for the follow-ups of marks: named to somebody, signed by the author of this vault, never changed or taken back. */
export const scaleFollowUpCalls = {
  /** A member's, open and closed, in the order of opening. */
  'scale-follow-up.of-member': call(
    'record',
    z.strictObject({ personId: personIdSchema }),
    z.array(scaleFollowUpSchema),
  ),
  'scale-follow-up.assign': call('vault', oneFollowUp.extend({ ownerId: personIdSchema }), z.null()),
  /** Fails with `refused` where it is closed already. */
  'scale-follow-up.close': call(
    'vault',
    oneFollowUp.extend({
      text: textSchema(noteMaxLength).refine((text) => text.trim() !== '', { error: 'empty' }),
    }),
    z.null(),
  ),
} as const
