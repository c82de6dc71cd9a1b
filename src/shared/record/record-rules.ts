import { z } from '../zod.ts'
import { noteFormatSchema } from './note.ts'

/**
 * What a group progress note has to hold, as far as it is written and not known from the log anyway (DOMAIN: 42 CFR 410,
 * 77 Ill. Adm. Code 2060.470 and payers' lists; a clinic chooses). `chart-id` is on file and may be missing there.
 */
export const requiredElementSchema = z.enum([
  'chart-id',
  'topic',
  'interventions',
  'response',
  'goal',
  'plan',
  'risk-follow-up',
])
export type RequiredElement = z.infer<typeof requiredElementSchema>

/** How a clinic keeps its record. */
export const recordRulesSchema = z.strictObject({
  format: noteFormatSchema,
  required: z.array(requiredElementSchema).max(requiredElementSchema.options.length),
  /** Business days after the session until which a note is to be signed. */
  dueBusinessDays: z.int().min(1).max(30),
  /** Hours, where risk was marked. */
  dueHoursAtRisk: z.int().min(1).max(168),
})
export type RecordRules = z.infer<typeof recordRulesSchema>

/** Until the clinic says otherwise. */
export const defaultRecordRules: RecordRules = {
  format: 'DAP',
  required: [...requiredElementSchema.options],
  dueBusinessDays: 3,
  dueHoursAtRisk: 24,
}
