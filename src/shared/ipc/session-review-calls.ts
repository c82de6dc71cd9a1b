import { personIdSchema, sessionIdSchema } from '../ids.ts'
import { rowsTextSchema } from '../review/rows-text.ts'
import { maxSavedViews, savedViewSchema } from '../review/session-view.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

const views = z
  .array(savedViewSchema)
  .max(maxSavedViews)
  .refine((all) => new Set(all.map(({ viewId }) => viewId)).size === all.length, { error: 'twice' })

export const sessionReviewCalls = {
  /**
   * The sessions that have ended, newest first, as one text: `readRows` reads it. With `newest`, so many of them: what a
   * first look at a table needs, whatever the age of the vault.
   */
  'session-review.rows': call(
    'record',
    z.strictObject({ newest: z.int().min(1).max(1_000).nullable() }),
    rowsTextSchema,
  ),
  /** Of those, the ones to which a member came or was expected. */
  'session-review.of-member': call(
    'record',
    z.strictObject({ personId: personIdSchema }),
    z.array(sessionIdSchema),
  ),
  /** Views of that table under names of their own, in the order of their tabs. */
  'session-review.views': call('record', z.strictObject({}), z.array(savedViewSchema)),
  /** Replaces them all: to save, rename, move and remove one, and to take that back, are one thing. */
  'session-review.save-views': call('vault', z.strictObject({ views }), z.null()),
} as const
