import type { PersonId, SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { dataSentences } from '../../../shared/record/data-sentences.ts'
import type { Response } from '../../../shared/record/debrief.ts'
import { noteFacts } from '../../../shared/record/note-facts.ts'
import type { NoteFacts, NoteWords } from '../../../shared/record/note.ts'
import { timeOfDayIn } from '../../../shared/record/time-of-day.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { startZone } from '../../../shared/session/start-zone.ts'
import type { PersonProgress, SessionState } from '../../../shared/session/state.ts'
import { emptyResponse, readResponses, readSharedPart } from '../debrief/debrief-repository.ts'
import { findEnded } from '../debrief/find-ended.ts'
import { readGoals } from '../goals/goal-repository.ts'
import { listMeasures } from '../measures/measure-repository.ts'
import { findGroup, findMember, listFacilitators, readClinic } from '../roster/roster-repository.ts'
import { readModality } from '../session/modality-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readRecordRules } from './record-rules-repository.ts'

/** A member's note as it would be signed now. */
export interface NoteDraft {
  readonly facts: NoteFacts
  readonly words: NoteWords
}

/**
 * Puts a member's note together from what is on the disk; a window has no part in it. Fails with `not-found` for whoever
 * has no note, or `not-closed` while the session has not ended.
 */
export function readNoteDraft(
  record: ReadableDb<'record'>,
  log: SessionLog,
  sessionId: SessionId,
  personId: PersonId,
): Result<NoteDraft, Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const row =
    readResponses(record, sessionId).find((one) => one.personId === personId) ?? emptyResponse(personId)
  const facts = readFacts(record, ended.value, sessionId, row)
  if (facts === null) return fail({ code: 'not-found' })
  return succeed({ facts, words: readWords(record, row) })
}

/**
 * What the log says about somebody, as a note of theirs has it. The debrief shows these same sentences: what is signed is
 * what was read, times of day included.
 */
export function logSentences(state: SessionState, person: PersonProgress, namesPhases: boolean): string[] {
  const shown = namesPhases ? state : { ...state, phases: [] }
  return [...dataSentences(shown, person, timeOfDayIn(startZone(state)))]
}

function readFacts(
  record: ReadableDb<'record'>,
  state: SessionState,
  sessionId: SessionId,
  { personId, namesPhases }: Response,
): NoteFacts | null {
  const group = state.groupId === null ? undefined : findGroup(record, state.groupId)
  const member = findMember(record, personId)
  if (group === undefined || member === undefined) return null
  return noteFacts({
    sessionId,
    state,
    clinic: readClinic(record),
    groupName: group.name,
    modality: readModality(record, sessionId),
    member,
    facilitators: listFacilitators(record),
    shared: readSharedPart(record, sessionId),
    measures: listMeasures(record),
    sentences: (person) => logSentences(state, person, namesPhases),
  })
}

function readWords(record: ReadableDb<'record'>, row: Response): NoteWords {
  const known = new Map(readGoals(record, row.personId).map((goal) => [goal.goalId, goal]))
  return {
    format: row.format ?? readRecordRules(record).format,
    response: row.response,
    plan: row.plan,
    goals: row.goals.map(({ goalId, progress }) => {
      const goal = known.get(goalId)
      const parentId = goal?.parentId ?? null
      const parent = parentId === null ? undefined : known.get(parentId)
      return { text: goal?.text ?? '', progress, ...(parent === undefined ? {} : { under: parent.text }) }
    }),
  }
}
