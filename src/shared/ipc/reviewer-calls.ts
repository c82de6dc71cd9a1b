import { noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { sessionEventSchema } from '../session/events.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { secretSchema } from './vault-calls.ts'

/** Somebody whose own passphrase opens the record, and nothing else. */
export const reviewerSchema = z.strictObject({
  /** A facilitator on file. */
  personId: personIdSchema,
  /** Milliseconds since 1970 UTC. */
  sinceMs: z.int(),
})
export type Reviewer = z.infer<typeof reviewerSchema>

export const reviewerCalls = {
  /** Whose passphrase opened the vault: a reviewer; null for its author. */
  'reviewer.who': call('record', z.strictObject({}), personIdSchema.nullable()),
  'reviewer.list': call('record', z.strictObject({}), z.array(reviewerSchema)),
  /**
   * Makes a slot for a facilitator on file. Fails with `weak-passphrase`, `same-passphrase`, `reviews-already`,
   * `too-many-reviewers`, `wrong-secret` when it is not the author's passphrase, those of the disk, and `change-unsettled` where
   * it failed in the moment that counts: they may come in, or not.
   */
  'reviewer.let-in': call(
    'vault',
    z.strictObject({ personId: personIdSchema, passphrase: secretSchema, authorPassphrase: secretSchema }),
    z.null(),
  ),
  /**
   * Takes a slot away and encrypts the record anew. Answers when it has ended; meanwhile `keys.renewal-changed` tells how far it
   * is, and nothing else is answered. Fails with `session-open` while one runs, `wrong-secret`, `disk-full` where there is no room
   * for a copy, and with `cancelled` or `locked` where that ended it.
   */
  'reviewer.revoke': call(
    'vault',
    z.strictObject({ personId: personIdSchema, authorPassphrase: secretSchema }),
    z.null(),
  ),
  /**
   * Stands for a signed text as the reviewer whose session this is. Their own passphrase proves it once more. Fails with
   * `not-allowed` for whoever may not co-sign, or `wrong-secret`; after the fifth wrong try the vault locks.
   */
  'reviewer.co-sign': call(
    'record',
    z.strictObject({ sessionId: sessionIdSchema, amends: noteIdSchema, passphrase: secretSchema }),
    z.array(sessionEventSchema),
  ),
} as const
