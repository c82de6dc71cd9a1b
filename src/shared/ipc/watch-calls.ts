import { roomViewSchema } from '../room/room-view.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** What the locked screen may show of a session that goes on: what the room sees, and no more. Null when none does. */
export const watchCalls = {
  'watch.read': call('nothing', z.strictObject({}), roomViewSchema.nullable()),
} as const
