import { personIdSchema, sessionIdSchema } from '../ids.ts'
import { consentSchema } from '../record/note-document.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { exportedFileSchema, fileBatchSchema } from './export-calls.ts'

const session = z.strictObject({ sessionId: sessionIdSchema })

/** The calls that write notes for other programs to read: a FHIR R4 document for each patient. */
export const bundleCalls = {
  /**
   * A patient's signed note, with all that amends it. Fails with `not-found` while it is not signed, and with
   * `not-a-patient` for family, partners and guests, who have no chart that it could go to.
   */
  'export.note-bundle': call(
    'vault',
    session.extend({ personId: personIdSchema, consent: consentSchema }),
    exportedFileSchema,
  ),
  /**
   * Every signed note of a session about a patient, for the patients' own charts, a file each. One consent is one
   * member's, so notes are disclosed one by one.
   */
  'export.note-bundles': call('vault', session, fileBatchSchema),
} as const
