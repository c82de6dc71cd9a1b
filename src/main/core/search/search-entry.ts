import type { PersonId } from '../../../shared/ids.ts'
import type { HitKind } from '../../../shared/ipc/search-calls.ts'

/** One text of a session that can be found. Its words are sought together: all of them in the one text. */
export interface SearchEntry {
  readonly kind: HitKind
  /** Where it stands: the name of the phase; '' where that goes without saying, or its parts say it. */
  readonly label: string
  /** Whose document it is; null where it is about the group. */
  readonly personId: PersonId | null
  readonly parts: readonly EntryPart[]
}

/** A paragraph under a heading of its own; no phrase reaches over its end. */
export interface EntryPart {
  readonly heading: string
  readonly text: string
}

/**
 * The kinds, the most telling first: of several texts of a session that fit, the first one is shown. Their places in this
 * list are in people's vaults: a new one goes to its end.
 */
export const hitKinds: readonly HitKind[] = [
  'record-note',
  'shared-part',
  'signed-note',
  'topic',
  'phase',
  'mark',
]

// Rowids of the index hold session, kind and place, so that matches are counted, grouped and put in order without
// looking up one of them.
const kindBits = 4
const placeBits = 16
const perKind = 2 ** placeBits
/** Rowids of one session: from its key times this, on. */
export const perSession = 2 ** (kindBits + placeBits)

/** The first rowid of a kind in a session. */
export function firstItem(key: number, kind: HitKind): number {
  return key * perSession + hitKinds.indexOf(kind) * perKind
}

export function kindOf(item: number): HitKind {
  const kind = hitKinds[Math.floor((item % perSession) / perKind)]
  if (kind === undefined) throw new Error('an item of the index is of no kind')
  return kind
}

// Signs that no text holds: see `joinParts`.
const partEnd = '\u001e'
const headingEnd = '\u001f'

/** The parts as they are kept in one column. */
export function joinParts(parts: readonly EntryPart[]): string {
  return parts.map(({ heading, text }) => clean(heading) + headingEnd + clean(text)).join(partEnd)
}

function clean(text: string): string {
  return text.replaceAll(partEnd, ' ').replaceAll(headingEnd, ' ').normalize('NFC')
}

export function splitParts(joined: string): readonly EntryPart[] {
  return joined.split(partEnd).map((part) => {
    const at = part.indexOf(headingEnd)
    return { heading: part.slice(0, at), text: part.slice(at + 1) }
  })
}
