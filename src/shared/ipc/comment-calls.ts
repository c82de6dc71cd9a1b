import { commentIdSchema, groupIdSchema, noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

export const commentMaxLength = 4_000

/** What one clinician says to another about a session or a signed note. It is no part of the chart, nor of any document. */
export const commentSchema = z.strictObject({
  commentId: commentIdSchema,
  /** The signed text that it is about; null for the session as a whole. */
  noteId: noteIdSchema.nullable(),
  writtenById: personIdSchema,
  /** Milliseconds since 1970 UTC, as all times here. */
  writtenAtMs: z.int(),
  /** Null once it was taken back. */
  text: z.string().nullable(),
  takenBackAtMs: z.int().nullable(),
  /** When whoever is here now first read it; their own is read as it is written. */
  readAtMs: z.int().nullable(),
})
export type Comment = z.infer<typeof commentSchema>

const session = z.strictObject({ sessionId: sessionIdSchema })
const one = z.strictObject({ commentId: commentIdSchema })
const place = session.extend({ noteId: noteIdSchema.nullable() })

export const commentCalls = {
  /** In the order in which they were written. */
  'comments.list': call('record', session, z.array(commentSchema)),
  /** In which sessions there is something that whoever is here has not read. */
  'comments.unread': call(
    'record',
    z.strictObject({}),
    z.array(session.extend({ groupId: groupIdSchema, number: z.int(), count: z.int() })),
  ),
  /** Whose it is, is never what a window says. */
  'comments.write': call(
    'record',
    place.extend({
      text: textSchema(commentMaxLength).refine((text) => text.trim() !== '', { error: 'empty' }),
    }),
    one,
  ),
  /** That it stood there stays. Fails with `not-allowed` for another's. */
  'comments.take-back': call('record', one, z.null()),
  'comments.mark-read': call('record', session, z.null()),
  /** What whoever is here has begun to say and not posted; empty where they have not. Nobody else's words. */
  'comments.draft': call('record', place, z.string()),
  /** Replaces it; nothing written is nothing kept, and posting a comment ends it. */
  'comments.save-draft': call('record', place.extend({ text: textSchema(commentMaxLength) }), z.null()),
} as const
