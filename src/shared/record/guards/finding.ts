import { personIdSchema } from '../../ids.ts'
import { z } from '../../zod.ts'
import { requiredElementSchema } from '../record-rules.ts'

/** The texts of a draft that go into one member's note, and what is added to it once it is signed. */
export const draftFieldSchema = z.enum([
  'topic',
  'interventions',
  'group-process',
  'group-plan',
  'home-practice',
  'response',
  'plan',
  'progress',
  // These two are written elsewhere: with the member, and in the agenda.
  'goal',
  'phase',
  'amendment',
])
export type DraftField = z.infer<typeof draftFieldSchema>

/** A stretch of one of the texts, in UTF-16 code units. `index` tells the texts of one field apart: interventions, goals. */
export const findingPlaceSchema = z.strictObject({
  field: draftFieldSchema,
  index: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
})
export type FindingPlace = z.infer<typeof findingPlaceSchema>

/** What by law may not stand in a private note alone (45 CFR 164.501, 42 CFR 2.11). */
export const statutoryElementSchema = z.enum([
  'start-stop',
  'modality',
  'test-results',
  'medication',
  'diagnosis',
  'function',
  'treatment-plan',
  'symptoms',
  'prognosis',
  'progress',
])
export type StatutoryElement = z.infer<typeof statutoryElementSchema>

/** The note that a sentence stands in too: another member's of this session, or a signed one of this member's. */
export const noteSourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('another-note'), personId: personIdSchema }),
  z.strictObject({
    from: z.literal('earlier-note'),
    /** The session's number in its group. */
    number: z.int(),
    /** The group's name where it was not the group of this note; null where it was. */
    groupName: z.string().nullable(),
    /** Milliseconds since 1970 UTC, shown in `zone`. */
    endedAtMs: z.int(),
    zone: z.string(),
  }),
])
export type NoteSource = z.infer<typeof noteSourceSchema>

/**
 * What a guard asks before a note, or what is added to one, is signed. It informs, the clinician decides. Nothing of a private note is in it but
 * which element it holds.
 */
export const findingSchema = z.discriminatedUnion('guard', [
  z.strictObject({
    guard: z.literal('names'),
    place: findingPlaceSchema,
    /** The word as it stands there, and whose it is: a name, a nickname, initials, a number, a relation. */
    words: z.string(),
    /** Whether `another member` can stand there instead: not for a number, nor for somebody's relation. */
    isAnotherMember: z.boolean(),
  }),
  z.strictObject({
    guard: z.literal('copied'),
    place: findingPlaceSchema,
    /** The sentence that stands elsewhere too. */
    sentence: z.string(),
    source: noteSourceSchema,
    /** The text that it stands in there, and its stretch, in UTF-16 code units. */
    original: z.strictObject({ text: z.string(), start: z.int().min(0), end: z.int().min(0) }),
  }),
  z.strictObject({ guard: z.literal('judgement'), place: findingPlaceSchema, words: z.string() }),
  z.strictObject({ guard: z.literal('missing'), element: requiredElementSchema }),
  z.strictObject({ guard: z.literal('private-only'), element: statutoryElementSchema }),
])
export type Finding = z.infer<typeof findingSchema>
