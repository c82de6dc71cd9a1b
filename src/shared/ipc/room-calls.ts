import { roomViewSchema } from '../room/room-view.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** All that the room display can ask. The door answers its window nothing else. */
export const roomCalls = {
  'room.read': call('vault', z.strictObject({}), roomViewSchema),
} as const

/** How the console opens and closes that second window; each answers whether it is open now. */
export const displayCalls = {
  'display.read': call('vault', z.strictObject({}), z.boolean()),
  'display.toggle': call('vault', z.strictObject({}), z.boolean()),
  'display.close': call('vault', z.strictObject({}), z.boolean()),
} as const
