import { sessionIdSchema } from '../ids.ts'
import { baselineSchema } from '../session/baseline.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const baselineCalls = {
  /** How much each person of a session took part in their own sessions before it. */
  'session.baselines': call(
    'record',
    z.strictObject({ sessionId: sessionIdSchema }),
    z.array(baselineSchema),
  ),
} as const
