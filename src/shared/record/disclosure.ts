import { disclosureIdSchema, exportIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'

/**
 * One disclosure as somebody writes it down. What has to be known of each: the date, to whom (with their address, where
 * it is known), what was disclosed, and for what purpose (45 CFR 164.528(b)(2)); 42 CFR 2.25 gives patients of programs
 * under Part 2 the same account of what was disclosed with their consent.
 */
export const disclosureDraftSchema = z.strictObject({
  /** The day on which it was disclosed, which may lie before the day on which it is entered. */
  disclosedOn: z.iso.date(),
  what: lineSchema(300),
  recipient: lineSchema(200),
  purpose: lineSchema(200),
  /**
   * Which consent, as `0417-3 of 2 September 2026`; or what allows it without one, as `court order 26-118`. Never empty,
   * whatever the group: a blank would not tell a disclosure that needs no consent from one that nobody asked about, and a
   * group can turn out to be under Part 2 later.
   */
  consentReference: lineSchema(120),
})
export type DisclosureDraft = z.infer<typeof disclosureDraftSchema>

/** An entry of the ledger. It is never changed: one that was wrong is followed by another that corrects it. */
export const disclosureSchema = disclosureDraftSchema.extend({
  disclosureId: disclosureIdSchema,
  /** Whose record it was. The account belongs to one person, so there is no entry about nobody. */
  personId: personIdSchema,
  /** The session that the document was about, and the file, where the console made it. */
  sessionId: sessionIdSchema.nullable(),
  exportId: exportIdSchema.nullable(),
  /** The entry that this one corrects, and the one that corrects it. */
  correctsId: disclosureIdSchema.nullable(),
  correctedById: disclosureIdSchema.nullable(),
  enteredAtMs: z.int(),
  enteredById: personIdSchema,
})
export type Disclosure = z.infer<typeof disclosureSchema>

/** By the day of the disclosure, the last one first; of one day, what was entered last. Takes them as they were entered. */
export function newestFirst<Entry extends Pick<Disclosure, 'disclosedOn'>>(
  entered: readonly Entry[],
): readonly Entry[] {
  return entered.toReversed().toSorted((a, b) => b.disclosedOn.localeCompare(a.disclosedOn))
}
