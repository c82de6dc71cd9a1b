import { canonicalJson } from '../../../shared/canonical-json.ts'
import { noteIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { SignedText } from '../../../shared/record/note.ts'
import type { Result } from '../../../shared/result.ts'
import type { CoreCommand } from '../../../shared/session/commands.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import type { Random } from '../effects.ts'
import { commitTo, saltBytes } from '../notes/commitment.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { insertSignedText } from './signed-note-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
}

/** Everything about a signature but its text. */
export type Signing = Omit<Extract<CoreCommand, { type: 'sign-note' }>, 'type' | 'noteId' | 'commitment'>

/**
 * Signs a text: it and the event that commits to it are on disk together, or neither is. `write` makes the text of the
 * moment (milliseconds since 1970 UTC) that the event bears; what is done `alongside` stands or falls with it.
 */
export function appendSigned(
  { record, log, random }: Sources,
  sessionId: SessionId,
  signing: Signing,
  write: (signedAtMs: number) => SignedText,
  alongside?: () => void,
): Result<SessionEvent[], Failure> {
  const noteId = noteIdSchema.parse(random.uuid())
  const salt = random.bytes(saltBytes)
  let body = ''
  return log.append(
    sessionId,
    ({ wallMs }) => {
      body = canonicalJson(write(wallMs))
      return { type: 'sign-note', ...signing, noteId, commitment: commitTo(salt, body) }
    },
    () => {
      insertSignedText(record, sessionId, { noteId, personId: signing.personId, body, salt })
      alongside?.()
    },
  )
}
