import { z } from '../zod.ts'
import { call } from './call.ts'

/** What this computer can do for the console. What it cannot is not offered. */
export const abilitiesSchema = z.strictObject({
  /** What is copied here is taken from the clipboard again. */
  clearsClipboard: z.boolean(),
  /** The window can be kept from programs that capture the screen. */
  hidesFromCapture: z.boolean(),
})
export type Abilities = z.infer<typeof abilitiesSchema>

/** What only main can answer, with or without an open vault. */
export const systemCalls = {
  'system.abilities': call('nothing', z.strictObject({}), abilitiesSchema),
  /** Something was copied in this window: that it was, and not what. */
  'system.copied': call('nothing', z.strictObject({}), z.null()),
} as const
