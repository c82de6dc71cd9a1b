import type { NoteId, SessionId } from '../../../shared/ids.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import { reasonToWait } from '../session/unwritten.ts'
import type { WritableDb } from '../vault/database.ts'
import { deletePrivateNote, hasPrivateNote, insertPrivateNote } from './private-note-repository.ts'

/**
 * Private notes on their way to private.db. They come before their events; where the disk takes nothing they wait here, in
 * the memory of the core, and outlive the lock as the events do.
 */
export interface UnwrittenNotes {
  readonly add: (sessionId: SessionId, note: NoteText) => void
  /** Those of a session that are not in private.db yet. */
  readonly of: (sessionId: SessionId) => NoteText[]
  /** Writes them in order. Throws `StoreError`; what is written by then does not wait any more. */
  readonly writeTo: (privateStore: WritableDb<'private'>) => void
  /**
   * Lets go of a note whose writer is told that it was not kept, wherever it is. A disk that is too full to take it out of
   * private.db is met again by the next `writeTo`.
   */
  readonly takeBack: (privateStore: WritableDb<'private'>, noteId: NoteId) => void
  readonly isTakenBack: (noteId: NoteId) => boolean
  /** Whether nothing waits, neither to be written nor to be taken out. */
  readonly isEmpty: () => boolean
}

export function createUnwrittenNotes(): UnwrittenNotes {
  let waiting: readonly { readonly sessionId: SessionId; readonly note: NoteText }[] = []
  const takenBack = new Set<NoteId>()
  const drop = (noteId: NoteId) => {
    waiting = waiting.filter(({ note }) => note.noteId !== noteId)
  }
  const remove = (privateStore: WritableDb<'private'>, noteId: NoteId) => {
    deletePrivateNote(privateStore, noteId)
    takenBack.delete(noteId)
  }
  return {
    add(sessionId, note) {
      waiting = [...waiting, { sessionId, note }]
    },
    of: (sessionId) => waiting.filter((one) => one.sessionId === sessionId).map(({ note }) => note),
    writeTo(privateStore) {
      for (const noteId of takenBack) remove(privateStore, noteId)
      for (const { sessionId, note } of waiting) {
        // A disk can keep what it said it had not.
        if (!hasPrivateNote(privateStore, note.noteId)) insertPrivateNote(privateStore, sessionId, note)
        drop(note.noteId)
      }
    },
    takeBack(privateStore, noteId) {
      const isWritten = !waiting.some(({ note }) => note.noteId === noteId)
      drop(noteId)
      if (!isWritten) return
      takenBack.add(noteId)
      try {
        remove(privateStore, noteId)
      } catch (error) {
        if (reasonToWait(error) === null) throw error
      }
    },
    isTakenBack: (noteId) => takenBack.has(noteId),
    isEmpty: () => waiting.length === 0 && takenBack.size === 0,
  }
}
