import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/** Longest name of a state or a rule in characters. */
export const jurisdictionMaxLength = 80

const years = z.int().max(50)

/**
 * How long a clinic keeps what. No law is built in: which one holds, and for how long, is the clinic's to say.
 */
export const retentionRulesSchema = z.strictObject({
  /** Whose law it is, in the clinic's own words; empty until somebody has looked it up. Nothing is past its date before. */
  jurisdiction: z.union([z.literal(''), lineSchema(jurisdictionMaxLength)]),
  /** Years after the last contact. */
  adultYears: years.min(1),
  /** Years after coming of age, for whoever came as an adolescent, when that is later. */
  minorYears: years.min(0),
  /** Years after something was last disclosed: an account of six years may be asked for (45 CFR 164.528(a)). */
  disclosureYears: years.min(6),
  /** Years after a session, for the private notes of it; nought where they may be destroyed at any time. */
  privateYears: years.min(0),
})
export type RetentionRules = z.infer<typeof retentionRulesSchema>

/** Until the clinic says otherwise: longer than most states ask for, so that nothing is called past its date too early. */
export const defaultRetentionRules: RetentionRules = {
  jurisdiction: '',
  adultYears: 10,
  minorYears: 10,
  disclosureYears: 6,
  privateYears: 10,
}
