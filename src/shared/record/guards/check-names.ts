import { placeIn, type DraftText } from './draft-text.ts'
import type { NameFinder } from './find-names.ts'
import type { Finding } from './finding.ts'

type NameFinding = Extract<Finding, { guard: 'names' }>

/** Another member's name, nickname, initials, number or relation, in any text of a draft. */
export function checkNames(texts: readonly DraftText[], finder: NameFinder<unknown>): readonly NameFinding[] {
  return texts.flatMap((draft) =>
    finder.find(draft.text).map(({ start, end, isReplaceable }) => ({
      guard: 'names' as const,
      place: placeIn(draft, { start, end }),
      words: draft.text.slice(start, end),
      isAnotherMember: isReplaceable,
    })),
  )
}
