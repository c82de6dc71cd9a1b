import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Finding } from '../../../shared/record/guards/finding.ts'
import { runGuards } from '../../../shared/record/guards/run-guards.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { Handlers } from '../handler.ts'
import { readShownNotes } from '../notes/shown-notes.ts'
import type { PrivateOnly } from '../private/private-only.ts'
import type { SessionLog } from '../session/session-log.ts'
import { readNoteDraft, type NoteDraft } from '../signing/note-draft.ts'
import { readRecordRules } from '../signing/record-rules-repository.ts'
import type { ReadableDb } from '../vault/database.ts'
import { checkAmendment } from './check-amendment.ts'
import { contentsOf, draftTexts, heldInPlace, recordTexts } from './note-texts.ts'
import { readSurroundings } from './surroundings.ts'

/** Of private.db the guards get one question, and the names of elements as its answer. */
interface Sources {
  readonly record: ReadableDb<'record'>
  readonly log: SessionLog
  readonly privateOnly: PrivateOnly
}

export function guardHandlers(sources: Sources): Handlers<'note.check' | 'note.check-amendment'> {
  return {
    'note.check': ({ sessionId, personId }) => {
      const found = checkNote(sources, sessionId, personId)
      return found.ok ? succeed([...found.value]) : found
    },
    'note.check-amendment': (input) => {
      const found = checkAmendment(sources, input)
      return found.ok ? succeed([...found.value]) : found
    },
  }
}

/** What signing asks before it signs: the same, of the draft that it signs. */
export function createCheck(sources: Sources) {
  return (state: SessionState, draft: NoteDraft): readonly Finding[] =>
    checkDraft(sources, state, draft) ?? []
}

/**
 * Runs the guards over a member's note as it is on the disk. Fails with `not-found` for whoever has no note, or
 * `not-closed` while the session has not ended.
 */
function checkNote(
  sources: Sources,
  sessionId: SessionId,
  personId: PersonId,
): Result<readonly Finding[], Failure> {
  const { record, log } = sources
  const draft = readNoteDraft(record, log, sessionId, personId)
  if (!draft.ok) return draft
  const state = log.state(sessionId)
  const found = state && checkDraft(sources, state, draft.value)
  return found ? succeed(found) : fail({ code: 'not-found' })
}

/** Null for whoever was not in the circle and does not belong to the group. */
function checkDraft(
  { record, privateOnly }: Sources,
  state: SessionState,
  draft: NoteDraft,
): readonly Finding[] | null {
  const { sessionId, member } = draft.facts
  const around = readSurroundings(record, state, sessionId, member.personId)
  if (around === null) return null
  const notes = readShownNotes(record, sessionId, state).map(({ text }) => text)
  const texts = draftTexts(draft, record, state, sessionId)
  return runGuards({
    ...around,
    texts,
    contents: contentsOf(draft),
    required: readRecordRules(record).required,
    privateOnly: privateOnly(sessionId, around.member, around.people, {
      ofMember: [...recordTexts(draft, texts), ...notes],
      ofSession: [...notes, ...around.otherNotes.map(({ text }) => text)],
      inPlace: heldInPlace(draft),
      modality: draft.facts.modality ?? 'in-person',
    }),
  })
}
