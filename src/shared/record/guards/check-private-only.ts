import type { Modality } from '../../session/vocabulary.ts'
import type { Nameable } from '../../roster/nameable.ts'
import { createNameFinder } from './find-names.ts'
import { statutoryElementSchema, type StatutoryElement } from './finding.ts'
import { sentencesOf } from './sentences-of.ts'
import { elementsIn, holdsElement } from './statutory-words.ts'

/** What of a session lies in its record, as texts; a private note that names nobody may concern anyone. */
export interface RecordTexts {
  /** The note of the member, and what the log says about them. */
  readonly ofMember: readonly string[]
  readonly ofSession: readonly string[]
  /** What the note of the member holds in a place of its own, such as its plan. */
  readonly inPlace: readonly StatutoryElement[]
  /** How it was held, which its note says. */
  readonly modality: Modality
}

/**
 * The elements that stand in private notes about a member and nowhere in the record (45 CFR 164.501, 42 CFR 2.11). A
 * sentence is about those whom it names, or whom the one before it was about; one about nobody by name is taken to be
 * about everybody.
 */
export function findPrivateOnly<Person extends Nameable>(
  privateNotes: readonly string[],
  member: Person,
  people: readonly Person[],
  record: RecordTexts,
): readonly StatutoryElement[] {
  const [named, unnamed] = [new Set<StatutoryElement>(), new Set<StatutoryElement>()]
  const finder = createNameFinder(people)
  for (const note of privateNotes) {
    let about: ReadonlySet<Person> = new Set()
    for (const { text } of sentencesOf(note)) {
      const here = finder.find(text)
      if (here.length > 0) about = new Set(here.map(({ person }) => person))
      if (about.size > 0 && !about.has(member)) continue
      const into = about.size > 0 ? named : unnamed
      for (const element of elementsIn(text, record.modality)) into.add(element)
    }
  }
  return statutoryElementSchema.options.filter((element) => {
    if (!named.has(element) && !unnamed.has(element)) return false
    if (record.inPlace.includes(element) || holdsElement(record.ofMember, element, record.modality))
      return false
    return named.has(element) || !holdsElement(record.ofSession, element, record.modality)
  })
}
