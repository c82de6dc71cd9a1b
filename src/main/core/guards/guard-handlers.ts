import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Finding } from '../../../shared/record/guards/finding.ts'
import { runGuards } from '../../../shared/record/guards/run-guards.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Handlers } from '../handler.ts'
import { readShownNotes } from '../notes/shown-notes.ts'
import type { PrivateOnly } from '../private/private-only.ts'
import type { SessionLog } from '../session/session-log.ts'
import { readNoteDraft } from '../signing/note-draft.ts'
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
  const around = state && readSurroundings(record, state, sessionId, personId)
  if (!state || !around) return fail({ code: 'not-found' })
  const notes = readShownNotes(record, sessionId, state).map(({ text }) => text)
  const texts = draftTexts(draft.value, record, state, sessionId)
  return succeed(
    runGuards({
      ...around,
      texts,
      contents: contentsOf(draft.value),
      required: readRecordRules(record).required,
      privateOnly: privateOnly(sessionId, around.member, around.people, {
        ofMember: [...recordTexts(draft.value, texts), ...notes],
        ofSession: [...notes, ...around.otherNotes.map(({ text }) => text)],
        inPlace: heldInPlace(draft.value),
        modality: draft.value.facts.modality ?? 'in-person',
      }),
    }),
  )
}
