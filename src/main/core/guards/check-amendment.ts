import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { Finding } from '../../../shared/record/guards/finding.ts'
import { runTextGuards } from '../../../shared/record/guards/run-guards.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import { findEnded } from '../debrief/find-ended.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { ReadableDb } from '../vault/database.ts'
import { readSurroundings } from './surroundings.ts'

interface Sources {
  readonly record: ReadableDb<'record'>
  readonly log: SessionLog
}

/**
 * Runs the guards over what is to be added to a signed note. They look at its words alone: what the record lacks was
 * asked when the note was signed, and an attestation would be asked for it again. Fails with `not-found` where no such
 * note is signed, or `not-closed` while the session has not ended.
 */
export function checkAmendment(
  { record, log }: Sources,
  { sessionId, amends, text }: ParsedInputOf<'note.check-amendment'>,
): Result<readonly Finding[], Failure> {
  const ended = findEnded(log, sessionId)
  if (!ended.ok) return ended
  const note = ended.value.signed.find(({ kind, noteId }) => kind === 'note' && noteId === amends)
  const around = note && readSurroundings(record, ended.value, sessionId, note.personId)
  if (!around) return fail({ code: 'not-found' })
  return succeed(runTextGuards({ ...around, texts: [{ field: 'amendment', index: 0, text }] }))
}
