import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Finding } from '../../../shared/record/guards/finding.ts'
import { runGuards } from '../../../shared/record/guards/run-guards.ts'
import { succeed, type Result } from '../../../shared/result.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import { isFacilitator } from '../../../shared/session/vocabulary.ts'
import type { Handlers } from '../handler.ts'
import { readShownNotes } from '../notes/shown-notes.ts'
import type { PrivateOnly } from '../private/private-only.ts'
import { listFacilitators, listMembers, listMembersOf } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import { readNoteDraft } from '../signing/note-draft.ts'
import { readRecordRules } from '../signing/record-rules-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readEarlierNotes } from './earlier-notes-repository.ts'
import {
  comparedTexts,
  contentsOf,
  draftTexts,
  heldInPlace,
  readOtherTexts,
  recordTexts,
} from './note-texts.ts'

/** Of private.db the guards get one question, and the names of elements as its answer. */
interface Sources {
  readonly record: ReadableDb<'record'>
  readonly log: SessionLog
  readonly privateOnly: PrivateOnly
}

/** Notes of this member that a sentence is looked for in. */
const earlierCount = 3

export function guardHandlers(sources: Sources): Handlers<'note.check'> {
  return {
    'note.check': ({ sessionId, personId }) => {
      const found = checkNote(sources, sessionId, personId)
      return found.ok ? succeed([...found.value]) : found
    },
  }
}

/** What signing asks before it signs: the same, and nothing about a note that cannot be put together. */
export function createCheck(sources: Sources) {
  return (sessionId: SessionId, personId: PersonId): readonly Finding[] => {
    const found = checkNote(sources, sessionId, personId)
    return found.ok ? found.value : []
  }
}

/**
 * Runs the guards over a member's note as it is on the disk. Fails with `not-found` for whoever has no note, or
 * `not-closed` while the session has not ended.
 */
function checkNote(
  { record, log, privateOnly }: Sources,
  sessionId: SessionId,
  personId: PersonId,
): Result<readonly Finding[], Failure> {
  const draft = readNoteDraft(record, log, sessionId, personId)
  if (!draft.ok) return draft
  const state = log.state(sessionId)
  const people = state === undefined ? [] : peopleOf(record, state)
  const member = people.find(({ id }) => id === personId)
  if (state === undefined || member === undefined) return { ok: false, error: { code: 'not-found' } }
  const leading = new Set(state.people.filter(({ role }) => isFacilitator(role)).map((one) => one.personId))
  const others = people.filter((one) => one !== member)
  const notes = readShownNotes(record, sessionId, state).map(({ text }) => text)
  const otherNotes = readOtherTexts(record, sessionId, others)
  const texts = draftTexts(draft.value, record, state, sessionId)
  return succeed(
    runGuards({
      texts,
      contents: contentsOf(draft.value),
      required: readRecordRules(record).required,
      member,
      others,
      facilitators: listFacilitators(record)
        .filter(({ id }) => leading.has(id))
        .map(({ name, initials }) => ({ preferredName: name, initials })),
      otherNotes,
      earlierNotes: readEarlierNotes(record, sessionId, personId, earlierCount).flatMap(comparedTexts),
      privateOnly: privateOnly(sessionId, member, people, {
        ofMember: [...recordTexts(draft.value, texts), ...notes],
        ofSession: [...notes, ...otherNotes.map(({ text }) => text)],
        inPlace: heldInPlace(draft.value),
      }),
    }),
  )
}

/** Everyone who could be named by mistake: who was in the circle, and who belongs to the group. */
function peopleOf(record: ReadableDb<'record'>, state: SessionState) {
  const here = new Set(state.people.map(({ personId }) => personId))
  if (state.groupId !== null) for (const { id } of listMembersOf(record, state.groupId)) here.add(id)
  return listMembers(record).filter(({ id }) => here.has(id))
}
