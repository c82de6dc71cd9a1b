import { disclosureIdSchema, personIdSchema } from '../ids.ts'
import { disclosureDraftSchema, disclosureSchema } from '../record/disclosure.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const made = z.strictObject({ disclosureId: disclosureIdSchema })

export const disclosureCalls = {
  /** What was disclosed about one member, or about all where it is null; the last day first. */
  'disclosures.list': call(
    'record',
    z.strictObject({ personId: personIdSchema.nullable() }),
    z.array(disclosureSchema),
  ),
  /** Enters what was disclosed without the console. No day that is still to come. */
  'disclosures.enter': call(
    'vault',
    z.strictObject({ personId: personIdSchema, draft: disclosureDraftSchema }),
    made,
  ),
  /**
   * Enters how it was instead; the entry that was wrong stays. It is about the same member: what was never about them is
   * entered anew. Fails with `already-corrected` where another entry has corrected it.
   */
  'disclosures.correct': call(
    'vault',
    z.strictObject({ disclosureId: disclosureIdSchema, draft: disclosureDraftSchema }),
    made,
  ),
} as const
