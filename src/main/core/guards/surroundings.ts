import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { TextGuardInput } from '../../../shared/record/guards/run-guards.ts'
import type { Nameable } from '../../../shared/roster/nameable.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { isFacilitator } from '../../../shared/session/vocabulary.ts'
import { listNameableMembers } from '../roster/nameable-members.ts'
import { listFacilitators } from '../roster/roster-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readEarlierNotes } from './earlier-notes-repository.ts'
import { comparedTexts, readOtherTexts } from './note-texts.ts'

/** Whoever a text is about, among whom, and what has been written already. */
interface Surroundings extends Omit<TextGuardInput, 'texts'> {
  /** Everyone who could be named by mistake, the member too. */
  readonly people: readonly Nameable[]
}

/** Notes of this member that a sentence is looked for in. */
const earlierCount = 3

/** Null for whoever was not in the circle and does not belong to the group. */
export function readSurroundings(
  record: ReadableDb<'record'>,
  state: SessionState,
  sessionId: SessionId,
  personId: PersonId,
): Surroundings | null {
  const people = listNameableMembers(record, state)
  const member = people.find(({ id }) => id === personId)
  if (member === undefined) return null
  const leading = new Set(state.people.filter(({ role }) => isFacilitator(role)).map((one) => one.personId))
  const others = people.filter((one) => one !== member)
  return {
    member,
    people,
    others,
    facilitators: listFacilitators(record)
      .filter(({ id }) => leading.has(id))
      .map(({ name, initials }) => ({ preferredName: name, initials })),
    otherNotes: readOtherTexts(record, sessionId, others),
    earlierNotes: readEarlierNotes(record, sessionId, personId, earlierCount).flatMap((note) =>
      comparedTexts(note, state.groupId),
    ),
  }
}
