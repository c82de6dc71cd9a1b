import { noteIdSchema, type SessionId } from '../../../shared/ids.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { NoteText } from '../../../shared/ipc/session-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { SessionState } from '../../../shared/session/state.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import { LogNotWhole } from '../vault/store-error.ts'
import type { PrivatePlaces } from './private-search-handlers.ts'
import { readShownPrivateNotes } from './shown-private-notes.ts'
import type { UnwrittenNotes } from './unwritten-notes.ts'

/** The texts live in private.db alone. Of record.db these handlers get the log, and which notes do not count. */
interface Sources {
  readonly privateStore: WritableDb<'private'>
  /** On their way to it. The log has them written before their events. */
  readonly unwritten: UnwrittenNotes
  readonly log: SessionLog
  readonly places: Pick<PrivatePlaces, 'hidden'>
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

function list(
  { privateStore, unwritten, log, places }: Sources,
  sessionId: SessionId,
): Result<NoteText[], Failure> {
  const state = readableState(log, sessionId)
  const notes = readShownPrivateNotes(privateStore, sessionId, state, unwritten.of(sessionId)).filter(
    ({ noteId }) => !unwritten.isTakenBack(noteId),
  )
  return state === null ? listWithoutLog(places.hidden(), sessionId, notes) : succeed(notes)
}

// An older backup that was restored takes sessions away, and no private note: those stay readable.
function listWithoutLog(
  { noteIds, sessionIds }: ReturnType<PrivatePlaces['hidden']>,
  sessionId: SessionId,
  notes: readonly NoteText[],
): Result<NoteText[], Failure> {
  if (notes.length === 0 || sessionIds.includes(sessionId)) return fail({ code: 'not-found' })
  return succeed(notes.filter(({ noteId }) => !noteIds.includes(noteId)))
}

/** Null for a session that is not on file, or whose log has a hole. */
function readableState(log: SessionLog, sessionId: SessionId): SessionState | null {
  try {
    return log.state(sessionId) ?? null
  } catch (error) {
    if (error instanceof LogNotWhole) return null
    throw error
  }
}
