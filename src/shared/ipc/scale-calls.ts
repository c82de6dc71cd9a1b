import { followUpIdSchema, personIdSchema, scaleResultIdSchema } from '../ids.ts'
import { scaleDraftSchema, scaleResultSchema } from '../measures/scale-result.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const entered = z.strictObject({
  resultId: scaleResultIdSchema,
  /** The risk follow-up that item 9 above 0 has opened; null where none was. */
  followUpId: followUpIdSchema.nullable(),
})

export const scaleCalls = {
  /** Every score of a member in the order of entering, those that were corrected too. */
  'scales.read': call('record', z.strictObject({ personId: personIdSchema }), z.array(scaleResultSchema)),
  /** Enters a score. No day that is still to come. Item 9 above 0 opens a risk follow-up with it. */
  'scales.enter': call(
    'vault',
    z.strictObject({ personId: personIdSchema, draft: scaleDraftSchema }),
    entered,
  ),
  /**
   * Enters how it was instead, or with null that there was no such score; the entry that was wrong stays, and so does a
   * follow-up that it opened. Fails with `already-corrected` where another entry has corrected it.
   */
  'scales.correct': call(
    'vault',
    z.strictObject({ resultId: scaleResultIdSchema, draft: scaleDraftSchema.nullable() }),
    entered,
  ),
} as const
