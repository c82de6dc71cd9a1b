import { groupIdSchema, personIdSchema } from '../ids.ts'
import { presenceSchema } from '../session/vocabulary.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const ms = z.int().min(0)

const weekSchema = z.strictObject({
  startsOn: z.iso.date(),
  sessions: z.int().min(0),
  presentMs: ms,
  breakMs: ms,
  individualMs: ms,
  besideMs: ms,
  countedMs: ms,
  targetMs: ms,
  status: z.enum(['met', 'short', 'exempt', 'partial', 'beside', 'away', 'open']),
})

const projectionSchema = z.strictObject({
  startsOn: z.iso.date(),
  attendedMs: ms,
  plannedMs: ms,
  expectedMs: ms,
  targetMs: ms,
  toFindMs: ms,
  planned: z.array(
    z.strictObject({
      groupId: groupIdSchema,
      startMs: z.int(),
      countedMs: ms,
      presence: presenceSchema.nullable(),
    }),
  ),
})

export const hoursOfMemberSchema = z.strictObject({
  countsBreaks: z.boolean(),
  /** Every week from the first session or enrolment to the current one. */
  weeks: z.array(weekSchema).min(1),
  /** The current week. Whoever is enrolled in no group has nothing planned. */
  projection: projectionSchema,
})
export type HoursOfMember = z.infer<typeof hoursOfMemberSchema>

export const shortOfHoursSchema = z.strictObject({
  /** The last day of the current week. */
  endsOn: z.iso.date(),
  /** A to Z by preferred name: how much is missing orders nobody. */
  people: z.array(
    z.strictObject({
      personId: personIdSchema,
      attendedMs: ms,
      plannedMs: ms,
      targetMs: ms,
      toFindMs: ms,
    }),
  ),
})
export type ShortOfHours = z.infer<typeof shortOfHoursSchema>

export const hoursCalls = {
  /** A member's weeks and what the current one will come to; fails with `not-found` for whoever is no member. */
  'hours.of-member': call('record', z.strictObject({ personId: personIdSchema }), hoursOfMemberSchema),
  /**
   * Who will not reach this week's hours even with all that is planned. Left out: who is exempt, who is in no
   * group of the program that asks for them, and who was enrolled in the course of the week.
   */
  'hours.short': call('record', z.strictObject({}), shortOfHoursSchema),
} as const
