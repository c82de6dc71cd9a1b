import { isDeepStrictEqual } from 'node:util'
import type { SessionId } from '../../../shared/ids.ts'
import type { Projection } from '../session/projection.ts'
import type { WritableDb } from '../vault/database.ts'
import { indexSession } from './search-index.ts'

/** Keeps what can be found of a session in step with its log. To be called when its rows are written. */
export function saveSearchable(
  db: WritableDb<'record'>,
  sessionId: SessionId,
  after: Projection,
  before: Projection | null,
): void {
  if (before === null || !isDeepStrictEqual(searchable(before), searchable(after)))
    indexSession(db, sessionId)
}

/** What words are taken from: a turn or a number changes nothing that can be found. */
function searchable({ session, phases, marks, notes, signatures, followUps }: Projection) {
  return {
    topic: session.topic,
    times: [session.startedAtMs, session.plannedStartMs],
    phases: phases.map(({ phaseId, name }) => [phaseId, name]),
    marks: [...new Set(marks.map(({ mark }) => mark))],
    notes,
    signatures,
    closings: followUps.map(({ noteId }) => noteId),
  }
}
