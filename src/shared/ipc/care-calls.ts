import { careActSchema, careEntrySchema } from '../care/care-entry.ts'
import { careRulesSchema } from '../care/care-rules.ts'
import { groupIdSchema, personIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const entered = z.strictObject({ seq: z.int().min(1) })

/** Who is no longer in care, or counted as adolescent; everyone else is in care and counted as adult. */
const standingsSchema = z.strictObject({
  dischargedIds: z.array(personIdSchema),
  /** For a breach of confidentiality. */
  removedIds: z.array(personIdSchema),
  adolescentIds: z.array(personIdSchema),
})

const waitingSchema = z.strictObject({ personId: personIdSchema, sinceDay: z.iso.date() })

export const careCalls = {
  'care-rules.read': call('record', z.strictObject({}), careRulesSchema),
  'care-rules.change': call('vault', careRulesSchema, z.null()),
  /** A member's history in the order of entering, what was taken back too. */
  'care.read': call('record', z.strictObject({ personId: personIdSchema }), z.array(careEntrySchema)),
  'care.standings': call('record', z.strictObject({}), standingsSchema),
  /**
   * Enters what changes in somebody's care, and changes their groups and waiting lists with it. No day that is still to
   * come. Fails with `group-full`, `group-closed` unless it is meant, `needs-readmission` once they were discharged or
   * removed, and `stands-otherwise` where it does not fit how they stand now.
   */
  'care.enter': call(
    'vault',
    z.strictObject({
      personId: personIdSchema,
      act: careActSchema,
      /** A closed group takes nobody by itself: somebody has to decide it. */
      evenIfClosed: z.boolean().optional(),
    }),
    entered,
  ),
  /** Who waits for a place in a group, in the order of joining. */
  'care.waiting': call('record', z.strictObject({ groupId: groupIdSchema }), z.array(waitingSchema)),
} as const
