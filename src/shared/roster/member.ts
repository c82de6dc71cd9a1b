import { groupIdSchema, personIdSchema } from '../ids.ts'
import { lineSchema, nameMaxLength } from '../words.ts'
import { z } from '../zod.ts'

/**
 * Family and partners join family groups, a guest comes to a session or two: none of them is a patient, and all sign
 * their own agreement to confidentiality.
 */
export const memberRoleSchema = z.enum(['member', 'family', 'partner', 'guest'])
export type MemberRole = z.infer<typeof memberRoleSchema>

export const memberDraftSchema = z.strictObject({
  preferredName: lineSchema(nameMaxLength),
  initials: lineSchema(6),
  /** The id that the chart knows them by; empty for all others, who have none. */
  chartId: z.string().trim().max(40),
  role: memberRoleSchema,
  /** The day on which they agreed to confidentiality; null while no agreement is on file. */
  agreedOn: z.iso.date().nullable(),
})
export type MemberDraft = z.infer<typeof memberDraftSchema>

/**
 * Other words that would tell who somebody is: nicknames, a surname, a telephone number, the name of a relation. They are
 * looked for in the notes of others, and stand in none.
 */
export const aliasesSchema = z.array(lineSchema(nameMaxLength)).max(20)

export const memberSchema = memberDraftSchema.extend({
  id: personIdSchema,
  aliases: aliasesSchema,
  groupIds: z.array(groupIdSchema),
})
export type Member = z.infer<typeof memberSchema>

export const facilitatorDraftSchema = z.strictObject({
  name: lineSchema(nameMaxLength),
  initials: lineSchema(6),
  /** As they stand behind a signature: `LCSW`, `LPC, CADC`. */
  credentials: z.string().trim().max(60),
})
export type FacilitatorDraft = z.infer<typeof facilitatorDraftSchema>

export const facilitatorSchema = facilitatorDraftSchema.extend({
  id: personIdSchema,
  /** The one whose vault this is. */
  isAuthor: z.boolean(),
  /** The clinic wants somebody else's signature beside theirs. */
  needsCoSignature: z.boolean(),
  /** The clinic lets them sign beside others. They need a PIN of their own for it. */
  mayCoSign: z.boolean(),
  hasSigningPin: z.boolean(),
  /** When their PIN was last set anew with the vault's passphrase and without the one before; milliseconds since 1970 UTC. */
  signingPinResetAtMs: z.int().nullable(),
})
export type Facilitator = z.infer<typeof facilitatorSchema>
