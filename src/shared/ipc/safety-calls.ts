import { textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** Longest text of a safety card: more would not be read in a crisis. */
export const safetyCardMaxLength = 2_000

const card = z.strictObject({ text: textSchema(safetyCardMaxLength) })

/** The clinic's own crisis steps. They name nobody, so they may be read while the names are concealed. */
export const safetyCalls = {
  /** The text is empty until somebody has written it. */
  'safety.read': call('record', z.strictObject({}), card),
  'safety.save': call('vault', card, z.null()),
} as const
