import { counted } from '../../shared/count.ts'
import { hasCome } from '../../shared/record/member-facts.ts'
import type { NoteId } from '../../shared/ids.ts'
import type { AmendmentKind } from '../../shared/record/note-kinds.ts'
import { amendmentNames } from '../../shared/record/signature-words.ts'
import { isCoSigned } from '../../shared/session/decide-signing.ts'
import type { SessionState } from '../../shared/session/state.ts'

/** What stands of the members' notes. */
export interface NotesStanding {
  readonly title: string
  readonly about: string
}

/** `10 member notes`, `one with an addendum`: members who came and whose chart is here, and their notes. */
export function notesStanding(state: Pick<SessionState, 'people' | 'signed' | 'erasedIds'>): NotesStanding {
  const expected = state.people.filter(
    (person) => person.role === 'member' && hasCome(person) && !state.erasedIds.includes(person.personId),
  ).length
  const signed = state.signed.filter(({ kind }) => kind === 'note').length
  const title =
    signed === 0 || signed >= expected
      ? counted(Math.max(signed, expected), 'member note')
      : `${signed} of ${expected} member notes`
  const waiting = state.signed.filter((place) => place.needsCoSignature && !isCoSigned(state, place)).length
  const amendments = state.signed.flatMap(({ kind, amends }) =>
    kind === 'note' || kind === 'co-signature' || amends === null ? [] : [{ kind, amends }],
  )
  const parts = [
    ...(signed === 0 && expected > 0 ? ['none signed yet'] : []),
    ...(signed > 0 && signed < expected ? ['signed so far'] : []),
    ...(waiting > 0 ? [`${waiting} to co-sign`] : []),
    ...amendedWords(amendments),
  ]
  return { title, about: parts.length === 0 ? 'signed' : parts.join(', ') }
}

interface Amends {
  readonly kind: AmendmentKind
  readonly amends: NoteId
}

/** `one with an addendum`, `2 amended`. */
function amendedWords(amendments: readonly Amends[]): string[] {
  const count = new Set(amendments.map(({ amends }) => amends)).size
  const kinds = [...new Set(amendments.map(({ kind }) => kind))]
  const [kind] = kinds
  if (kind === undefined) return []
  const word = amendmentNames[kind].toLowerCase()
  const article = /^[aeiou]/.test(word) ? 'an' : 'a'
  return [count === 1 && kinds.length === 1 ? `one with ${article} ${word}` : `${count} amended`]
}
