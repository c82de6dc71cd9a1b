import { noteIdSchema, type NoteId, type SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { deletePrivateNote, insertPrivateNote, readPrivateNotes } from './private-note-repository.ts'

/** The texts live in private.db alone. Of record.db these handlers get the log and nothing else. */
interface Sources {
  readonly privateStore: WritableDb<'private'>
  readonly log: SessionLog
  readonly random: Random
}

export function privateNoteHandlers(
  sources: Sources,
): Handlers<'session.keep-private-note' | 'session.private-notes'> {
  return {
    'session.keep-private-note': ({ sessionId, text }) => keep(sources, sessionId, text.toWellFormed()),
    'session.private-notes': ({ sessionId }) => list(sources, sessionId),
  }
}

// The two databases share no transaction: the text comes first, so that no crash can leave an event without its words.
function keep(
  { privateStore, log, random }: Sources,
  sessionId: SessionId,
  text: string,
): Result<NoteText, Failure> {
  if (log.state(sessionId) === undefined) return fail({ code: 'not-found' })
  const note = { noteId: noteIdSchema.parse(random.uuid()), text }
  insertPrivateNote(privateStore, sessionId, note)
  let isKept = false
  try {
    const appended = log.append(sessionId, { type: 'keep-private-note', noteId: note.noteId })
    if (!appended.ok) return appended
    isKept = true
    return succeed(note)
  } finally {
    // Whoever is told that it was not kept still has the text, and will keep it again.
    if (!isKept) deletePrivateNote(privateStore, note.noteId)
  }
}

function list({ privateStore, log }: Sources, sessionId: SessionId): Result<NoteText[], Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  const shown = new Set<NoteId>(state.notes.map(({ noteId }) => noteId))
  const logged = findLogged(state)
  // Undone notes are logged and not shown. One that is not even logged was saved right before a crash: it is shown.
  return succeed(
    readPrivateNotes(privateStore, sessionId).filter(
      ({ noteId }) => shown.has(noteId) || !logged.has(noteId),
    ),
  )
}

function findLogged(state: SessionState): Set<NoteId> {
  const logged = new Set<NoteId>()
  for (let entry = state.history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (body.type === 'private-note.kept') logged.add(body.noteId)
  }
  return logged
}
