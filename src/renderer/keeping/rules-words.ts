import { counted } from '../../shared/count.ts'
import type { RetentionRules } from '../../shared/retention/retention-rules.ts'

/** The rule in sentences, without whose law it is. */
export function rulesWords(rules: Omit<RetentionRules, 'jurisdiction'>): readonly string[] {
  const { adultYears, minorYears, disclosureYears, privateYears } = rules
  return [
    `Charts are kept for ${counted(adultYears, 'year')} after the last contact.`,
    `Whoever came as an adolescent: until ${
      minorYears === 0 ? 'they come of age' : `${counted(minorYears, 'year')} after they come of age`
    }, if that is later.`,
    `${disclosureYears} years after the last disclosure in any case.`,
    privateYears === 0
      ? 'Private notes may be destroyed at any time.'
      : `Private notes: ${counted(privateYears, 'year')} after their session.`,
  ]
}
