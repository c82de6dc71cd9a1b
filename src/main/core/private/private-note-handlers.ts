import { noteIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { readShownPrivateNotes } from './shown-private-notes.ts'
import type { UnwrittenNotes } from './unwritten-notes.ts'

/** The texts live in private.db alone. Of record.db these handlers get the log and nothing else. */
interface Sources {
  readonly privateStore: WritableDb<'private'>
  /** On their way to it. The log has them written before their events. */
  readonly unwritten: UnwrittenNotes
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
  { privateStore, unwritten, log, random }: Sources,
  sessionId: SessionId,
  text: string,
): Result<NoteText, Failure> {
  if (log.state(sessionId) === undefined) return fail({ code: 'not-found' })
  const note = { noteId: noteIdSchema.parse(random.uuid()), text }
  unwritten.add(sessionId, note)
  let isKept = false
  try {
    const appended = log.carryOn(sessionId, { type: 'keep-private-note', noteId: note.noteId })
    if (!appended.ok) return appended
    isKept = true
    return succeed(note)
  } finally {
    // Whoever is told that it was not kept still has the text, and will keep it again.
    if (!isKept) unwritten.takeBack(privateStore, note.noteId)
  }
}

function list({ privateStore, unwritten, log }: Sources, sessionId: SessionId): Result<NoteText[], Failure> {
  const state = log.state(sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  const notes = readShownPrivateNotes(privateStore, sessionId, state, unwritten.of(sessionId))
  return succeed(notes.filter(({ noteId }) => !unwritten.isTakenBack(noteId)))
}
