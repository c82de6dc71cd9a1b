import type { NoteSignature } from '../../../shared/record/note.ts'
import type { Facilitator } from '../../../shared/roster/member.ts'

/** What stands under a signed text. Times are milliseconds since 1970 UTC. */
export function signatureOf(
  { id, name, credentials }: Facilitator,
  signedAtMs: number,
  endedAtMs: number,
  isLate: boolean,
): NoteSignature {
  return {
    signer: { personId: id, name, credentials },
    signedAtMs,
    // The wall clock may have been put back since.
    delayMs: Math.max(0, signedAtMs - endedAtMs),
    isLate,
  }
}
