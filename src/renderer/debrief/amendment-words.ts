import { counted } from '../../shared/count.ts'
import type { AmendmentKind } from '../../shared/record/note-kinds.ts'

export const amendmentNames: Readonly<Record<AmendmentKind, string>> = {
  'late-entry': 'Late entry',
  addendum: 'Addendum',
  correction: 'Correction',
  attestation: 'Attestation',
}

/** When each of them is the right one. */
export const amendmentHints: Readonly<Record<AmendmentKind, string>> = {
  'late-entry': 'What was left out then, written now from memory.',
  addendum: 'What was not known yet when the note was signed.',
  correction: 'What the note says wrongly, and what is right.',
  attestation: 'That you did, or were there for, what the note says.',
}

const hourMs = 3_600_000

/** `26 hours after the session`: in whole hours, as a late entry has to say. */
export function delayWords(delayMs: number): string {
  const hours = Math.floor(delayMs / hourMs)
  return hours < 1 ? 'within the hour after the session' : `${counted(hours, 'hour')} after the session`
}
