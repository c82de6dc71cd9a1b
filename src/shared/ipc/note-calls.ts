import { noteIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts'
import { findingSchema } from '../record/guards/finding.ts'
import { amendmentKindSchema, guardKindSchema } from '../record/note-kinds.ts'
import { paragraphMaxLength, signedTextSchema } from '../record/note.ts'
import { recordRulesSchema } from '../record/record-rules.ts'
import { sessionEventSchema } from '../session/events.ts'
import { textSchema } from '../words.ts'
import { z } from '../zod.ts'
import { call } from './call.ts'
import { pinSchema } from './conceal-calls.ts'
import { noteTextSchema } from './session-calls.ts'

/** A signed text with its place in the record. */
export const signedEntrySchema = z.strictObject({
  noteId: noteIdSchema,
  personId: personIdSchema,
  text: signedTextSchema,
})
export type SignedEntry = z.infer<typeof signedEntrySchema>

const about = z.strictObject({ sessionId: sessionIdSchema, personId: personIdSchema })
const overridden = z.array(guardKindSchema).max(guardKindSchema.options.length)
const written = textSchema(paragraphMaxLength).refine((text) => text.trim() !== '', { error: 'empty' })

/**
 * Notes from draft to signature. Who signs is never what a window says: it is the author of this vault, and a co-signer
 * proves to be who they are. What is signed is put together by the core from what is on the disk.
 */
export const noteCalls = {
  /** Everything that is signed of a session, in the order in which it was signed. */
  'note.list': call('record', z.strictObject({ sessionId: sessionIdSchema }), z.array(signedEntrySchema)),
  /**
   * Signs a member's note as it is on the disk. Refused with `guards-open` when a guard asks that is not in
   * `overridden`, which the log keeps.
   */
  'note.sign': call('vault', about.extend({ overridden }), z.array(sessionEventSchema)),
  /** Adds a signed text to a signed note. Refused with `guards-open` as a note is. */
  'note.amend': call(
    'vault',
    z.strictObject({
      sessionId: sessionIdSchema,
      amends: noteIdSchema,
      kind: amendmentKindSchema,
      text: written,
      overridden,
    }),
    z.array(sessionEventSchema),
  ),
  /**
   * Stands for a signed text beside its author. A co-signer is a facilitator on file whom the clinic lets co-sign, and
   * proves with a PIN of their own that it is they. Fails with `wrong-secret`; after the fifth wrong try in a row the
   * vault locks.
   */
  'note.co-sign': call(
    'vault',
    z.strictObject({
      sessionId: sessionIdSchema,
      amends: noteIdSchema,
      signedById: personIdSchema,
      pin: pinSchema,
    }),
    z.array(sessionEventSchema),
  ),
  'record-rules.read': call('record', z.strictObject({}), recordRulesSchema),
  'record-rules.change': call('vault', recordRulesSchema, z.null()),
} as const

/** Looking at words before they are signed, and at private notes that belong into the record. */
export const noteGuardCalls = {
  /** What the guards ask about a member's note as it is on the disk now. */
  'note.check': call('vault', about, z.array(findingSchema)),
  /** What they ask about the text of an amendment, as it is in the window: what signs it is given the same. */
  'note.check-amendment': call(
    'vault',
    z.strictObject({
      sessionId: sessionIdSchema,
      amends: noteIdSchema,
      text: textSchema(paragraphMaxLength),
    }),
    z.array(findingSchema),
  ),
  /**
   * Puts the text of a private note into the record as a record note; what moves is what is typed here, so it can be put
   * into the record's words first. The private note stays where it is.
   */
  'note.move': call(
    'vault',
    z.strictObject({ sessionId: sessionIdSchema, fromId: noteIdSchema, text: written }),
    noteTextSchema,
  ),
} as const
