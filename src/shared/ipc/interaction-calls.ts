import { phaseIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** More than anybody does in a minute; what is counted beyond it stays at it. */
export const mostTouches = 100_000
const count = z.int().min(0).max(mostTouches)

/**
 * How often the person at this computer touched the console in one minute of one phase of a session. `minute` is session
 * time, counted from 0 at the start; `phaseId` is null before the start and after the close.
 */
export const touchesSchema = z.strictObject({
  minute: z.int().min(0).max(100_000),
  phaseId: phaseIdSchema.nullable(),
  /** Keys pressed outside of fields for words; repeats and lone modifiers are none. */
  keyPresses: count,
  /** Presses of a mouse button, a pen or a finger. */
  clicks: count,
  /** Keys pressed to write words. */
  typed: count,
})
export type Touches = z.infer<typeof touchesSchema>

const session = { sessionId: sessionIdSchema }

/** The facilitator's own use of the console, for them alone: in no event, no record and no export. */
export const interactionCalls = {
  /** Adds to what is counted already. */
  'interaction.add': call(
    'vault',
    z.strictObject({ ...session, touches: z.array(touchesSchema).min(1).max(200) }),
    z.null(),
  ),
  /** In the order of time. */
  'interaction.read': call('vault', z.strictObject(session), z.array(touchesSchema)),
} as const
