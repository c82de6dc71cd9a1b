import { sessionIdSchema } from '../ids.ts'
import { responseSchema, sharedPartSchema } from '../record/debrief.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const debriefSchema = z.strictObject({
  shared: sharedPartSchema,
  responses: z.array(responseSchema),
})
export type Debrief = z.infer<typeof debriefSchema>

const session = z.strictObject({ sessionId: sessionIdSchema })

export const debriefCalls = {
  'debrief.read': call('vault', session, debriefSchema),
  'debrief.save-shared': call('vault', session.extend({ shared: sharedPartSchema }), z.null()),
  'debrief.save-response': call('vault', session.extend({ response: responseSchema }), z.null()),
} as const
