import type { GroupType } from '../agenda/group-type.ts'
import { groupIdSchema, measureIdSchema, personIdSchema, type MeasureId } from '../ids.ts'
import { momentSchema } from '../session/vocabulary.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** Which way is good news; *neither* for numbers that are no better or worse. */
export const betterSchema = z.enum(['higher', 'lower', 'neither'])
export type Better = z.infer<typeof betterSchema>

/** Short enough to stand above a number on Live. */
export const measureNameMaxLength = 24

export const measureDraftSchema = z.strictObject({
  name: lineSchema(measureNameMaxLength),
  better: betterSchema,
})
export type MeasureDraft = z.infer<typeof measureDraftSchema>

/** Something that people give a number from 0 to 10 for. */
export const measureSchema = measureDraftSchema.extend({
  id: measureIdSchema,
  /** Came with the console: its name and its direction stay, so that its numbers mean the same everywhere. */
  isBuiltIn: z.boolean(),
  /** No longer offered; the numbers that were given stay. */
  isRetired: z.boolean(),
})
export type Measure = z.infer<typeof measureSchema>

/** The most that one group is asked: more than these no round has time for. */
export const maxAskedMeasures = 8

/** Which measures a group is asked, in their order. */
export const askedMeasuresSchema = z.strictObject({
  groupId: groupIdSchema,
  measureIds: z.array(measureIdSchema).max(maxAskedMeasures),
})

export const measuresSchema = z.strictObject({
  /** All of them, retired ones too. */
  measures: z.array(measureSchema),
  /** Only groups that ask any. */
  asked: z.array(askedMeasuresSchema),
})
export type Measures = z.infer<typeof measuresSchema>

/** The newest number that a person gave before a session, in any group. */
export const lastNumberSchema = z.strictObject({
  personId: personIdSchema,
  measureId: measureIdSchema,
  moment: momentSchema,
  value: z.int().min(0).max(10),
})
export type LastNumber = z.infer<typeof lastNumberSchema>

/** The ids of the five that come with the console; they never change. */
const builtIn = {
  mood: builtInId(1),
  craving: builtInId(2),
  safety: builtInId(3),
  sleep: builtInId(4),
  energy: builtInId(5),
} as const

function builtInId(number: number): MeasureId {
  return measureIdSchema.parse(`6d6f6f64-0000-4000-8000-00000000000${number}`)
}

const builtInIds: ReadonlySet<MeasureId> = new Set(Object.values(builtIn))

export function isBuiltInMeasure(id: MeasureId): boolean {
  return builtInIds.has(id)
}

// Numbers are another thing to ask people for, so no group is asked any until somebody chooses.
const proposals: Readonly<Record<GroupType, readonly MeasureId[]>> = {
  psychoeducation: [builtIn.mood],
  skills: [builtIn.mood],
  mindfulness: [builtIn.mood, builtIn.energy],
  process: [builtIn.mood],
  'relapse-prevention': [builtIn.craving, builtIn.mood],
  'relapse-prevention-early': [builtIn.craving, builtIn.mood],
  trauma: [builtIn.safety, builtIn.mood],
  support: [builtIn.mood],
  family: [builtIn.mood],
  'iop-evening': [builtIn.mood, builtIn.craving, builtIn.safety],
}

/** What a group of this type is proposed to ask. */
export function proposedMeasures(type: GroupType): readonly MeasureId[] {
  return proposals[type]
}

/** The measures that a group is asked, in their order, without those that were retired. */
export function askedIn({ measures, asked }: Measures, groupId: string | null): Measure[] {
  const ids = asked.find((one) => one.groupId === groupId)?.measureIds ?? []
  return ids.flatMap((id) => measures.find((one) => one.id === id && !one.isRetired) ?? [])
}
