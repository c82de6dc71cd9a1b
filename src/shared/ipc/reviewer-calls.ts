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

/** How far a change of the record key is, in this order. */
export const keyChangeStepSchema = z.enum(['copy', 'encrypt', 'check', 'change-over'])
export type KeyChangeStep = z.infer<typeof keyChangeStepSchema>

export const reviewerCalls = {
  /** Whose passphrase opened the vault: a reviewer; null for its author. */
  'reviewer.who': call('record', z.strictObject({}), personIdSchema.nullable()),
  'reviewer.list': call('record', z.strictObject({}), z.array(reviewerSchema)),
  /**
   * Makes a slot for a facilitator on file. Fails with `weak-passphrase`, `same-passphrase`, `reviews-already`,
   * `too-many-reviewers`, or `wrong-secret` when it is not the author's passphrase.
   */
  'reviewer.let-in': call(
    'vault',
    z.strictObject({ personId: personIdSchema, passphrase: secretSchema, authorPassphrase: secretSchema }),
    z.null(),
  ),
  /**
   * Takes a slot away and encrypts the record anew. Takes as long as writing the whole record twice, and tells how far it
   * is. Fails with `session-open` while one runs, `wrong-secret`, or `disk-full` where there is no room for a copy.
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
