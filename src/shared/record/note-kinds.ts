import { z } from '../zod.ts'

/** What a guard asked before a text was signed, and the clinician decided otherwise (`guards/`). */
export const guardKindSchema = z.enum(['names', 'copied', 'judgement', 'missing', 'private-only'])
export type GuardKind = z.infer<typeof guardKindSchema>

/**
 * What a signed text is. After a note is signed it is amended by others, each labelled as what it is, dated when it was
 * written, and signed by its own author; the note stays readable (CMS Program Integrity Manual ch. 3, 3.3.2.5).
 *
 * - *late-entry*: what was left out, written later from memory.
 * - *addendum*: what was not known yet.
 * - *correction*: what the note says wrongly, and what is right.
 * - *attestation*: that the signer did, or was present at, what the note says.
 */
export const amendmentKindSchema = z.enum(['late-entry', 'addendum', 'correction', 'attestation'])
export type AmendmentKind = z.infer<typeof amendmentKindSchema>

/** A note about one member, what amends it, or the signature of somebody who stands for one of these beside its author. */
export const signedKindSchema = z.enum(['note', ...amendmentKindSchema.options, 'co-signature'])
export type SignedKind = z.infer<typeof signedKindSchema>
