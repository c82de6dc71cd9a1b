import type { DraftField, FindingPlace } from './finding.ts'
import type { Sentence } from './sentences-of.ts'

/** One text of a draft; `index` tells those of one field apart. */
export interface DraftText {
  readonly field: DraftField
  readonly index: number
  readonly text: string
}

export function placeIn({ field, index }: DraftText, { start, end }: Omit<Sentence, 'text'>): FindingPlace {
  return { field, index, start, end }
}

/** What is written about the member alone; the other fields stand in everyone's note. */
const ownFields: ReadonlySet<DraftField> = new Set<DraftField>(['response', 'plan', 'progress', 'amendment'])

export function isOwn({ field }: DraftText): boolean {
  return ownFields.has(field)
}
