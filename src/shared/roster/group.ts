import { groupTypeSchema } from '../agenda/group-type.ts'
import { agendaSchema } from '../agenda/phase.ts'
import { groupIdSchema, personIdSchema } from '../ids.ts'
import { modalitySchema, part2Schema } from '../session/vocabulary.ts'
import { lineSchema, nameMaxLength } from '../words.ts'
import { z } from '../zod.ts'

/** When a group meets: ISO weekday (1 Monday to 7 Sunday) and local time of day. */
export const meetingSchema = z.strictObject({
  weekday: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})
export type Meeting = z.infer<typeof meetingSchema>

/** Members that a group may hold unless the clinic says otherwise (one Medicare contractor caps CPT 90853 at 12). */
export const defaultCapacity = 12
export const maxCapacity = 24

/** An open group takes members as places become free; a closed one takes nobody unless somebody decides it. */
export const membershipSchema = z.enum(['open', 'closed'])
export type Membership = z.infer<typeof membershipSchema>

export const groupDraftSchema = z.strictObject({
  name: lineSchema(nameMaxLength),
  type: groupTypeSchema,
  lengthMinutes: z.int().min(10).max(480),
  schedule: z.array(meetingSchema).max(7),
  part2: part2Schema,
  capacity: z.int().min(1).max(maxCapacity),
  /** How it meets as a rule; each session keeps how it was held. */
  modality: modalitySchema,
  membership: membershipSchema.default('open'),
  /**
   * Whether it belongs to the program that asks its members for hours a week (ASAM level 2.1): only while somebody is enrolled
   * in such a group are they asked for them, and only the time in such groups counts. It holds for all weeks, past ones too.
   */
  countsHours: z.boolean().default(true),
})
export type GroupDraft = z.infer<typeof groupDraftSchema>

export const groupSchema = groupDraftSchema.extend({
  id: groupIdSchema,
  agenda: agendaSchema,
  memberIds: z.array(personIdSchema),
})
export type Group = z.infer<typeof groupSchema>
