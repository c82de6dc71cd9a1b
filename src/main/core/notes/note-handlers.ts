import { noteIdSchema } from '../../../shared/ids.ts'
import { succeed } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import { commitTo, saltBytes } from './commitment.ts'

interface Sources {
  readonly log: SessionLog
  readonly random: Random
}

export function noteHandlers({ log, random }: Sources): Handlers<'session.record-note'> {
  return {
    'session.record-note': ({ sessionId, text: typed }) => {
      // What is committed to is what the disk can hold: well-formed text.
      const text = typed.toWellFormed()
      const noteId = noteIdSchema.parse(random.uuid())
      const salt = random.bytes(saltBytes)
      const commitment = commitTo(salt, text)
      const note = { noteId, text, salt }
      const appended = log.carryOn(sessionId, { type: 'record-note', noteId, commitment }, { note })
      return appended.ok ? succeed({ noteId, text }) : appended
    },
  }
}
