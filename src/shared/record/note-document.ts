import { isoDay } from '../iso-day.ts'
import type { NoteId } from '../ids.ts'
import type { Part2 } from '../session/vocabulary.ts'
import { lineSchema } from '../words.ts'
import { z } from '../zod.ts'
import { codeOf, type DocumentStamp } from './document-stamp.ts'
import type { Amendment, CoSignature, SignedNote } from './note.ts'

/**
 * For whom a note is printed. *chart*: for the member's own chart, which is all that it may be used for. *disclosure*: for
 * somebody else, by a written consent of this member that is named on the paper (42 CFR 2.31, 2.32).
 */
export const consentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chart') }),
  z.strictObject({
    kind: z.literal('disclosure'),
    recipient: lineSchema(120),
    purpose: lineSchema(120),
    /** Which consent, as `0417-3 of 2 September 2026`. */
    reference: lineSchema(80),
  }),
])
export type Consent = z.infer<typeof consentSchema>

interface SignedAs<Text> {
  readonly noteId: NoteId
  readonly text: Text
}

/**
 * Everything that the progress note of one member shows: what is signed, and for whom it is printed. There is no field
 * for another member.
 */
export interface NoteDocumentFacts {
  readonly stamp: DocumentStamp
  /** The stricter of what the group was when it was signed and what it is now. */
  readonly part2: Part2
  readonly consent: Consent
  readonly note: SignedAs<SignedNote>
  /** What amends or co-signs it, in the order in which it was signed. */
  readonly later: readonly SignedAs<Amendment | CoSignature>[]
  /** Which of these the clinic wants co-signed, and nobody has co-signed yet. */
  readonly awaited: readonly NoteId[]
}

const codes = 1 << 10

/**
 * Two characters for each note of a session, in the order in which they were signed: from the random end of the note's own
 * id, so that they say nothing about anybody and are different in every session. One that is taken gives way to the next,
 * and what is signed later changes none.
 */
export function noteCodes(noteIds: readonly NoteId[]): ReadonlyMap<NoteId, string> {
  const taken = new Set<number>()
  const byId = new Map<NoteId, string>()
  for (const noteId of noteIds) {
    let bits = Number.parseInt(noteId.slice(-5), 16) % codes
    while (taken.has(bits)) bits = (bits + 1) % codes
    taken.add(bits)
    byId.set(noteId, codeOf(bits, 2))
  }
  return byId
}

/** `2026-11-24-M4T9-note-3F.pdf`. */
export function noteFileName(
  { startedAtMs, zone }: Pick<SignedNote['facts'], 'startedAtMs' | 'zone'>,
  sessionCode: string,
  noteCode: string,
): string {
  return `${isoDay(startedAtMs, zone)}-${sessionCode}-note-${noteCode}.pdf`
}
