import { measureIdSchema, sessionIdSchema } from '../ids.ts'
import {
  askedMeasuresSchema,
  lastNumberSchema,
  measureDraftSchema,
  measuresSchema,
} from '../measures/measure.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const measureCalls = {
  'measures.read': call('record', z.strictObject({}), measuresSchema),
  /** Replaces what a group is asked. */
  'measures.choose': call('vault', askedMeasuresSchema, z.null()),
  /** A measure of the clinic's own. Fails with `name-taken`. */
  'measures.create': call('vault', measureDraftSchema, z.strictObject({ measureId: measureIdSchema })),
  /** Renames one of the clinic's own; `not-allowed` for those that came with the console. */
  'measures.change': call(
    'vault',
    z.strictObject({ measureId: measureIdSchema, draft: measureDraftSchema }),
    z.null(),
  ),
  /** Takes one of the clinic's own out of use, or back into it; groups that were asked it are asked it again then. */
  'measures.retire': call(
    'vault',
    z.strictObject({ measureId: measureIdSchema, isRetired: z.boolean() }),
    z.null(),
  ),
  /** For everyone in a session: the last number that they gave in an earlier one, at its end before its start. */
  'measures.last': call('vault', z.strictObject({ sessionId: sessionIdSchema }), z.array(lastNumberSchema)),
} as const
