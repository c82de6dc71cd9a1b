import { exportIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const accessKindSchema = z.enum([
  'opened',
  'member-viewed',
  'exported',
  'disclosed',
  'reviewer-let-in',
  'reviewer-revoked',
  'passphrase-changed',
  'recovery-code-changed',
  'keys-renewed',
  'restored',
  'computer-key-on',
  'computer-key-off',
])
export type AccessKind = z.infer<typeof accessKindSchema>

/** What a vault was opened with. */
export const openedBySchema = z.enum(['passphrase', 'recovery', 'reviewer', 'computer'])

export const accessEntrySchema = z.strictObject({
  /** Counts up, without gaps. */
  seq: z.int(),
  /** Milliseconds since 1970 UTC. */
  atMs: z.int(),
  openedBy: openedBySchema,
  /** Whose passphrase it was, for a reviewer's. */
  reviewerId: personIdSchema.nullable(),
  what: accessKindSchema,
  /** The member, or the reviewer who was let in or revoked. */
  personId: personIdSchema.nullable(),
  sessionId: sessionIdSchema.nullable(),
  exportId: exportIdSchema.nullable(),
})
export type AccessEntry = z.infer<typeof accessEntrySchema>

export const accessPageSize = 100

export const accessLogCalls = {
  /** Newest first, a page at a time: those before `beforeSeq`, or the newest where it is null. */
  'access.list': call(
    'record',
    z.strictObject({ beforeSeq: z.int().nullable(), personId: personIdSchema.nullable() }),
    z.array(accessEntrySchema).max(accessPageSize),
  ),
} as const
