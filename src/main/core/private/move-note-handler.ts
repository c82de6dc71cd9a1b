import { noteIdSchema } from '../../../shared/ids.ts'
import { succeed } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { commitTo, saltBytes } from '../notes/commitment.ts'
import { insertRecordNote } from '../notes/note-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'

/** What goes into the record is what was typed for it, so moving a note needs no handle to private.db. */
interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
}

export function moveNoteHandler({ record, log, random }: Sources): Handlers<'note.move'> {
  return {
    'note.move': ({ sessionId, fromId, text: typed }) => {
      const text = typed.toWellFormed()
      const noteId = noteIdSchema.parse(random.uuid())
      const salt = random.bytes(saltBytes)
      const command = { type: 'move-note', fromId, noteId, commitment: commitTo(salt, text) } as const
      const appended = log.append(sessionId, command, () =>
        insertRecordNote(record, sessionId, { noteId, text, salt }),
      )
      return appended.ok ? succeed({ noteId, text }) : appended
    },
  }
}
