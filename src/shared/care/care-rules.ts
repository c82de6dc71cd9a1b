import { z } from '../zod.ts'

/**
 * How a clinic counts hours and places. The hours are ASAM's for level 2.1: nine a week for adults, six for adolescents.
 * Some payers leave breaks out. Six to twelve members are advised (SAMHSA TIP 41), twelve is one contractor's limit for
 * CPT 90853. All of it is a default that the clinic changes.
 */
export const careRulesSchema = z.strictObject({
  adultMinutes: z.int().min(0).max(6_000),
  adolescentMinutes: z.int().min(0).max(6_000),
  /** Whether breaks count as attended. */
  countsBreaks: z.boolean(),
  /** The weekday that a week begins with, 1 for Monday to 7 for Sunday, as ISO 8601 counts them. */
  weekStartsOn: z.int().min(1).max(7),
  fewestMembers: z.int().min(1).max(30),
  mostMembers: z.int().min(1).max(30),
})
export type CareRules = z.infer<typeof careRulesSchema>

/** Until the clinic says otherwise. */
export const defaultCareRules: CareRules = {
  adultMinutes: 540,
  adolescentMinutes: 360,
  countsBreaks: false,
  weekStartsOn: 1,
  fewestMembers: 6,
  mostMembers: 12,
}
