import { sessionIdSchema } from '../ids.ts'
import { disclosureSchema } from '../record/disclosure.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const neighbourSchema = z.strictObject({ sessionId: sessionIdSchema, number: z.int() })
export type Neighbour = z.infer<typeof neighbourSchema>

export const sessionPageCalls = {
  /** What stands beside a session that is looked through. Fails with `not-found`. */
  'session-page.beside': call(
    'record',
    z.strictObject({ sessionId: sessionIdSchema }),
    z.strictObject({
      /** The sessions of the same group that were held before it and after it; null where there is none. */
      previous: neighbourSchema.nullable(),
      next: neighbourSchema.nullable(),
      /** What of it was disclosed, the last day first, without entries that another one corrects. */
      disclosures: z.array(disclosureSchema),
    }),
  ),
} as const
