import { followUpIdSchema, personIdSchema, scaleResultIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'
import { itemAnswerSchema, riskItem, scales, totalOf } from './scales.ts'

/** The day on which it was filled in, which may lie before the day on which it is entered. */
const takenOn = z.iso.date()
const difficulty = itemAnswerSchema.nullable()

function itemsOf(count: number) {
  return z.array(itemAnswerSchema.nullable()).length(count)
}

/** A score as somebody enters it. A PHQ-9 or GAD-7 comes as its items, or as the total that stands on a paper form. */
export const scaleDraftSchema = z.discriminatedUnion('scale', [
  z.strictObject({
    scale: z.literal('phq-9'),
    takenOn,
    difficulty,
    answers: z.discriminatedUnion('given', [
      z.strictObject({ given: z.literal('items'), items: itemsOf(scales['phq-9'].items.length) }),
      z.strictObject({
        given: z.literal('total'),
        total: z.int().min(0).max(scales['phq-9'].highest),
        /** What item 9 was answered with, which a total does not tell; null where nobody knows. */
        item9: itemAnswerSchema.nullable(),
      }),
    ]),
  }),
  z.strictObject({
    scale: z.literal('gad-7'),
    takenOn,
    difficulty,
    answers: z.discriminatedUnion('given', [
      z.strictObject({ given: z.literal('items'), items: itemsOf(scales['gad-7'].items.length) }),
      z.strictObject({ given: z.literal('total'), total: z.int().min(0).max(scales['gad-7'].highest) }),
    ]),
  }),
  /** Of any other instrument the console keeps the score, under the clinic's own name for it, and none of its words. */
  z
    .strictObject({
      scale: z.literal('own'),
      takenOn,
      name: lineSchema(40),
      lowest: z.number().min(-1_000).max(1_000),
      highest: z.number().min(-1_000).max(1_000),
      total: z.number().min(-1_000).max(1_000),
    })
    .refine(({ lowest, highest }) => lowest < highest, { error: 'lowest-above-highest', path: ['highest'] })
    .refine(({ lowest, highest, total }) => total >= lowest && total <= highest, {
      error: 'out-of-range',
      path: ['total'],
    }),
])
export type ScaleDraft = z.infer<typeof scaleDraftSchema>

/** A score on file. It is never changed: one that was wrong is followed by another that corrects it. */
export const scaleResultSchema = z.strictObject({
  resultId: scaleResultIdSchema,
  personId: personIdSchema,
  scale: z.enum(['phq-9', 'gad-7', 'own']),
  /** `PHQ-9`, `GAD-7` or the clinic's own name. */
  name: z.string(),
  lowest: z.number(),
  highest: z.number(),
  takenOn,
  /** Null where items are missing, and where the entry says that there was no such score. */
  total: z.number().nullable(),
  /** Null where the total alone was entered. */
  items: z.array(itemAnswerSchema.nullable()).nullable(),
  /** Of a PHQ-9, where it is known. */
  item9: itemAnswerSchema.nullable(),
  difficulty,
  enteredAtMs: z.int(),
  enteredById: personIdSchema,
  /** The entry that this one corrects, and the one that corrects it. */
  correctsId: scaleResultIdSchema.nullable(),
  correctedById: scaleResultIdSchema.nullable(),
  /** This correction says that the entry it corrects should not be there: nothing was filled in, or by somebody else. */
  isStruck: z.boolean(),
  /** The risk follow-up that this entry opened. */
  followUpId: followUpIdSchema.nullable(),
})
export type ScaleResult = z.infer<typeof scaleResultSchema>

/** What counts: neither corrected since nor struck. In the order of the days on which they were filled in. */
export function standingResults<Entry extends Pick<ScaleResult, 'correctedById' | 'isStruck' | 'takenOn'>>(
  results: readonly Entry[],
): readonly Entry[] {
  return results
    .filter(({ correctedById, isStruck }) => correctedById === null && !isStruck)
    .toSorted((a, b) => a.takenOn.localeCompare(b.takenOn))
}

/** What is kept of a draft: its total where one can be given, and item 9 where it is known. */
export function scoreDraft(
  draft: ScaleDraft,
): Pick<ScaleResult, 'name' | 'lowest' | 'highest' | 'total' | 'items' | 'item9' | 'difficulty'> {
  if (draft.scale === 'own') {
    const { name, lowest, highest, total } = draft
    return { name, lowest, highest, total, items: null, item9: null, difficulty: null }
  }
  const { answers, difficulty: difficult } = draft
  const { name, highest } = scales[draft.scale]
  const kept = { name, lowest: 0, highest, difficulty: difficult }
  if (answers.given === 'total') {
    const item9 = 'item9' in answers ? answers.item9 : null
    return { ...kept, total: answers.total, items: null, item9 }
  }
  const item9 = draft.scale === 'phq-9' ? (answers.items[riskItem] ?? null) : null
  return { ...kept, total: totalOf(answers.items), items: answers.items, item9 }
}
