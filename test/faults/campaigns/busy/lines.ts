import { z } from '../../../../src/shared/zod.ts'

/**
 * One thing that a vault holds: its place, such as `event/<session>/<seq>`, and its whole text. No place ever holds two
 * things.
 */
export const factSchema = z.tuple([z.string(), z.string()])
export type Fact = z.infer<typeof factSchema>

/** What a facilitator asks for, as precisely as it can be said before it is done. */
export const askSchema = z.strictObject({
  act: z.string(),
  /** Of each event that it may append: what is known of its body. */
  events: z.array(z.record(z.string(), z.unknown())),
  /** New things whose place is not known yet: the beginning of it, and the text, or what the text has in it. */
  adds: z.array(factSchema),
  /** New texts of known places; null for what is to go. */
  sets: z.array(z.tuple([z.string(), z.string().nullable()])),
  /** Beginnings of places that all go. */
  drops: z.array(z.string()),
  /** Whether its parts are there together or not at all; otherwise the text comes before its event. */
  isWhole: z.boolean(),
})
export type Ask = z.infer<typeof askSchema>

/**
 * What a busy console prints: before it asks, whenever something is on disk, and when it has its answer, which is an
 * acknowledgement of everything in it. Null: it is gone.
 */
export const lineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('asks'), ask: askSchema }),
  z.strictObject({ kind: z.literal('saved'), facts: z.array(factSchema) }),
  z.strictObject({
    kind: z.literal('answered'),
    facts: z.array(z.tuple([z.string(), z.string().nullable()])),
    drops: z.array(z.string()),
  }),
])
export type Line = z.infer<typeof lineSchema>

export const eventPlace = (sessionId: string, seq: number) => `event/${sessionId}/${seq}`
