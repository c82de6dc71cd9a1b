import type { SessionId } from '../../../shared/ids.ts'
import type { AmendmentDraft, Debrief, debriefCalls } from '../../../shared/ipc/debrief-calls.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Response, SharedPart } from '../../../shared/record/debrief.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { PersonProgress, SessionState } from '../../../shared/session/state.ts'
import { isFacilitator, isLeading } from '../../../shared/session/vocabulary.ts'
import type { Handlers } from '../handler.ts'
import { indexSession } from '../search/search-index.ts'
import { readModality, saveModality } from '../session/modality-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import { saveTally } from '../session/tally-repository.ts'
import { logSentences } from '../signing/note-draft.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import { readGoals } from '../goals/goal-repository.ts'
import { readAmendmentDrafts, saveAmendmentDraft } from './amendment-draft-repository.ts'
import {
  emptyResponse,
  readResponses,
  readSharedPart,
  saveResponse,
  saveSharedPart,
} from './debrief-repository.ts'
import { findEnded } from './find-ended.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
}

export function debriefHandlers(sources: Sources): Handlers<keyof typeof debriefCalls> {
  return {
    'debrief.read': ({ sessionId }) => read(sources, sessionId),
    'debrief.save-shared': ({ sessionId, shared }) => saveShared(sources, sessionId, shared),
    'debrief.set-modality': ({ sessionId, modality }) => {
      const ended = findEnded(sources.log, sessionId)
      if (!ended.ok) return ended
      saveModality(sources.record, sessionId, modality)
      return succeed(null)
    },
    'debrief.save-response': ({ sessionId, response }) => saveOne(sources, sessionId, response),
    'debrief.save-amendment': ({ sessionId, amendment }) => saveAmendment(sources, sessionId, amendment),
  }
}

// Everyone who can be written about has a row, empty until somebody writes: nothing is filled in for them.
function read({ record, log }: Sources, sessionId: SessionId): Result<Debrief, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const shared = readSharedPart(record, sessionId)
  const texts = new Map(shared.interventions.map(({ personId, text }) => [personId, text]))
  const responses = new Map(readResponses(record, sessionId).map((row) => [row.personId, row]))
  return succeed({
    shared: {
      ...shared,
      interventions: facilitatorsOf(ended.value).map(({ personId }) => ({
        personId,
        text: texts.get(personId) ?? '',
      })),
    },
    modality: readModality(record, sessionId),
    responses: othersOf(ended.value).map(
      ({ personId }) => responses.get(personId) ?? emptyResponse(personId),
    ),
    sentences: othersOf(ended.value).map((person) => ({
      personId: person.personId,
      withPhases: logSentences(ended.value, person, true),
      withoutPhases: logSentences(ended.value, person, false),
    })),
    amendments: readAmendmentDrafts(record, sessionId),
  })
}

function saveShared(
  { record, log }: Sources,
  sessionId: SessionId,
  shared: SharedPart,
): Result<null, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const writers = new Set(facilitatorsOf(ended.value).map(({ personId }) => personId))
  const texts = new Map(shared.interventions.map((entry) => [entry.personId, entry]))
  if ([...texts.keys()].some((personId) => !writers.has(personId))) return fail({ code: 'not-found' })
  transact(record, () => {
    saveSharedPart(record, sessionId, { ...shared, interventions: [...texts.values()] })
    indexSession(record, sessionId)
  })
  return succeed(null)
}

function saveOne({ record, log }: Sources, sessionId: SessionId, row: Response): Result<null, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  if (!othersOf(ended.value).some(({ personId }) => personId === row.personId))
    return fail({ code: 'not-found' })
  // Another draft would be taken for what was signed.
  if (ended.value.signed.some(({ kind, personId }) => kind === 'note' && personId === row.personId))
    return fail({ code: 'refused', refusal: 'already-signed' })
  const own = new Set(readGoals(record, row.personId).map(({ goalId }) => goalId))
  const goals = new Map(row.goals.map((goal) => [goal.goalId, goal]))
  if ([...goals.keys()].some((goalId) => !own.has(goalId))) return fail({ code: 'not-found' })
  // Blanks are nothing written, wherever written debriefs are counted.
  const response = row.response.trim() === '' ? '' : row.response
  transact(record, () => {
    saveResponse(record, sessionId, { ...row, response, goals: [...goals.values()] })
    saveTally(record, sessionId)
  })
  return succeed(null)
}

function saveAmendment(
  { record, log }: Sources,
  sessionId: SessionId,
  draft: AmendmentDraft,
): Result<null, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  if (!ended.value.signed.some(({ kind, noteId }) => kind === 'note' && noteId === draft.amends))
    return fail({ code: 'not-found' })
  saveAmendmentDraft(record, sessionId, draft)
  return succeed(null)
}

function facilitatorsOf(state: SessionState): PersonProgress[] {
  return state.people.filter(({ role }) => isLeading(role))
}

function othersOf(state: SessionState): PersonProgress[] {
  return state.people.filter(({ role }) => !isFacilitator(role))
}
