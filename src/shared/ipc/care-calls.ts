import { careRulesSchema } from '../care/care-rules.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const careCalls = {
  'care-rules.read': call('vault', z.strictObject({}), careRulesSchema),
  'care-rules.change': call('vault', careRulesSchema, z.null()),
} as const
