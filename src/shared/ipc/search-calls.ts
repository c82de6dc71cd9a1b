import { groupTypeSchema } from '../agenda/group-type.ts'
import { groupIdSchema, noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'

/** What a word was found in. */
export const hitKindSchema = z.enum(['record-note', 'topic', 'phase', 'mark', 'signed-note', 'shared-part'])
export type HitKind = z.infer<typeof hitKindSchema>

/** A text cut around what was found. `isHit`: this piece is what was searched for. */
export const snippetSchema = z.array(z.strictObject({ text: z.string(), isHit: z.boolean() }))
export type Snippet = z.infer<typeof snippetSchema>

export const searchFiltersSchema = z.strictObject({
  groupId: groupIdSchema.nullable(),
  groupType: groupTypeSchema.nullable(),
  personId: personIdSchema.nullable(),
  /** Held at or after, and before; milliseconds since 1970 UTC. */
  fromMs: z.int().nullable(),
  toMs: z.int().nullable(),
  /** Words that the session's topic contains, as the table of sessions filters by them. */
  theme: z.string().max(200).nullable(),
  /** Only sessions in which risk was marked. */
  hasRisk: z.boolean(),
})
export type SearchFilters = z.infer<typeof searchFiltersSchema>

/** As it was typed: a blank at its end says that the last word is whole. */
export const searchTextSchema = z
  .string()
  .max(200)
  .refine((text) => text.trim() !== '')

/** A session in which something was found, and the best of it. */
export const foundSessionSchema = z.strictObject({
  sessionId: sessionIdSchema,
  kind: hitKindSchema,
  /** Where in the session: the name of the phase, or of the part of the document. */
  label: z.string(),
  /** Whose document it is; null where it is about the group. */
  personId: personIdSchema.nullable(),
  snippet: snippetSchema,
})
export type FoundSession = z.infer<typeof foundSessionSchema>

/** Sessions shown at once: more than anybody reads before typing another letter. */
export const maxFoundSessions = 200

export const foundSchema = z.strictObject({
  /** Newest first, cut at a bound that a screen can hold; `areAll`: nothing was cut. */
  sessionIds: z.array(sessionIdSchema),
  areAll: z.boolean(),
  /** What was found in the first of them, in their order: in as many as were asked for. */
  sessions: z.array(foundSessionSchema),
  /** Whether that is told of each of them. */
  isWhole: z.boolean(),
  members: z.array(z.strictObject({ personId: personIdSchema, snippet: snippetSchema })),
})
export type Found = z.infer<typeof foundSchema>

export const foundPrivateSchema = z.strictObject({
  /** Newest first, cut at a bound that a screen can hold; `noteCount` counts them all. */
  notes: z.array(
    z.strictObject({
      noteId: noteIdSchema,
      sessionId: sessionIdSchema,
      /** Of which group, and when: milliseconds since 1970 UTC. Null for a session that is not on file. */
      held: z.strictObject({ groupId: groupIdSchema, atMs: z.int() }).nullable(),
      snippet: snippetSchema,
    }),
  ),
  noteCount: z.int(),
  /** Notes from before there was a search that are not looked through yet: whoever asks again, looks further. */
  leftCount: z.int(),
})
export type FoundPrivate = z.infer<typeof foundPrivateSchema>

export const searchCalls = {
  /** Finds words in the record: notes, topics, phases, marks, what was signed, and members. Private notes have no part in it. */
  'search.record': call(
    'record',
    z.strictObject({
      text: searchTextSchema,
      filters: searchFiltersSchema,
      /** Of how many sessions it is told what was found. */
      newest: z.int().min(1).max(maxFoundSessions),
    }),
    foundSchema,
  ),
  /** Finds words in private notes, in private.db alone: for their author. */
  'search.private': call('vault', z.strictObject({ text: searchTextSchema }), foundPrivateSchema),
} as const
