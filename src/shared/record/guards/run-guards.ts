import type { Nameable } from '../../roster/nameable.ts'
import type { RequiredElement } from '../record-rules.ts'
import { checkCopied, type ComparedText } from './check-copied.ts'
import { checkJudgement } from './check-judgement.ts'
import { checkMissing, type NoteContents } from './check-missing.ts'
import { checkNames } from './check-names.ts'
import type { DraftText } from './draft-text.ts'
import { createNameFinder } from './find-names.ts'
import type { Finding, StatutoryElement } from './finding.ts'

/** Texts about one member, and what they are compared with. */
export interface TextGuardInput {
  readonly texts: readonly DraftText[]
  readonly member: Nameable
  /** Everyone in the circle but the member and whoever leads. */
  readonly others: readonly Nameable[]
  /** Who led, and is named in every note. */
  readonly facilitators: readonly Nameable[]
  /** What is written about the others of this session. */
  readonly otherNotes: readonly ComparedText[]
  /** The texts of this member's last notes. */
  readonly earlierNotes: readonly ComparedText[]
}

/** Everything that the guards look at for one member's note. */
export interface GuardInput extends TextGuardInput {
  readonly contents: NoteContents
  readonly required: readonly RequiredElement[]
  /** Found where private notes are read (`findPrivateOnly`): none of their text gets here. */
  readonly privateOnly: readonly StatutoryElement[]
}

/** What the guards ask about one member's note before it is signed, in the order of its texts. */
export function runGuards(input: GuardInput): readonly Finding[] {
  return [
    ...runTextGuards(input),
    ...checkMissing(input.contents, input.required),
    ...input.privateOnly.map((element) => ({ guard: 'private-only' as const, element })),
  ]
}

/**
 * What they ask about words alone, in the same order: for what is added to a signed note. What the record lacks is asked
 * when the note is signed.
 */
export function runTextGuards(input: TextGuardInput): readonly Finding[] {
  const { texts, member, others, facilitators, otherNotes, earlierNotes } = input
  return [
    ...checkNames(texts, createNameFinder(others, [member], facilitators)),
    ...checkCopied(texts, member.preferredName, otherNotes, earlierNotes),
    ...checkJudgement(texts),
  ]
}
