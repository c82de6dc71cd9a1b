import { z } from '../zod.ts'
import { call } from './call.ts'

const counts = { doneCount: z.int().min(0), totalCount: z.int().min(0) }

/**
 * How the tables of review stand to the logs that they are folded from. `whole`: nothing is left to do; `unreadableCount`
 * sessions, of the rebuild since unlocking, kept the rows that they had since their log cannot be read. `running`: session
 * after session is folded anew, between other calls. `stopped`: by somebody or by the disk; it goes on where it was.
 */
export const rebuildStateSchema = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('whole'), unreadableCount: z.int().min(0) }),
  z.strictObject({ stage: z.literal('running'), ...counts }),
  z.strictObject({ stage: z.literal('stopped'), ...counts }),
])
export type RebuildState = z.infer<typeof rebuildStateSchema>

export const rebuildCalls = {
  'review.rebuild-state': call('vault', z.strictObject({}), rebuildStateSchema),
  /** Folds every session anew, or goes on with it. Answers at once; progress is pushed. */
  'review.rebuild': call('vault', z.strictObject({}), rebuildStateSchema),
  /** Stops between two sessions. What is folded stays, and is right. */
  'review.cancel-rebuild': call('vault', z.strictObject({}), rebuildStateSchema),
} as const
