import { commentIdSchema, type NoteId, type PersonId, type SessionId } from '../../../shared/ids.ts'
import type { commentCalls } from '../../../shared/ipc/comment-calls.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import type { SessionLog } from '../session/session-log.ts'
import { lettingWrite, transact, type WritableDb } from '../vault/database.ts'
import { deleteCommentDraft, readCommentDraft, saveCommentDraft } from './comment-draft-repository.ts'
import {
  findWriter,
  insertComment,
  listComments,
  listUnread,
  markRead,
  takeBack,
} from './comment-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly clock: Clock
  readonly random: Random
  /** Whoever has the vault open; undefined where nobody on file does. */
  readonly readWriterId: () => PersonId | undefined
}

export function commentHandlers(sources: Sources): Handlers<keyof typeof commentCalls> {
  const { record, clock } = sources
  return {
    'comments.list': ({ sessionId }) =>
      asSomebody(sources, (readerId) => succeed(listComments(record, sessionId, readerId))),
    'comments.unread': () => asSomebody(sources, (readerId) => succeed(listUnread(record, readerId))),
    'comments.write': (input) => asSomebody(sources, (writerId) => writeComment(sources, writerId, input)),
    'comments.take-back': ({ commentId }) =>
      asSomebody(sources, (personId) => {
        const writerId = findWriter(record, commentId)
        if (writerId === undefined) return fail({ code: 'not-found' })
        if (writerId !== personId) return fail({ code: 'not-allowed' })
        keep(sources, () => takeBack(record, commentId, clock.read().wallMs))
        return succeed(null)
      }),
    'comments.mark-read': ({ sessionId }) =>
      asSomebody(sources, (readerId) => {
        if (hasUnread(sources, sessionId, readerId))
          keep(sources, () => markRead(record, sessionId, readerId, clock.read().wallMs))
        return succeed(null)
      }),
    'comments.draft': (about) =>
      asSomebody(sources, (writtenById) => succeed(readCommentDraft(record, { ...about, writtenById }))),
    'comments.save-draft': ({ text, ...about }) =>
      asSomebody(sources, (writtenById) => {
        if (!isThere(sources, about)) return fail({ code: 'not-found' })
        keep(sources, () => saveCommentDraft(record, { ...about, writtenById }, text.toWellFormed()))
        return succeed(null)
      }),
  }
}

function writeComment(
  sources: Sources,
  writtenById: PersonId,
  { sessionId, noteId, text }: ParsedInputOf<'comments.write'>,
) {
  const { record, clock, random } = sources
  if (!isThere(sources, { sessionId, noteId })) return fail({ code: 'not-found' } as const)
  const commentId = commentIdSchema.parse(random.uuid())
  const writtenAtMs = clock.read().wallMs
  const comment = { commentId, sessionId, noteId, writtenById, writtenAtMs, text: text.toWellFormed() }
  keep(sources, () => {
    insertComment(record, comment)
    deleteCommentDraft(record, comment)
  })
  return succeed({ commentId })
}

/** Whether there is such a session, and the note is one that is signed in it. */
function isThere(
  { log }: Sources,
  { sessionId, noteId }: { readonly sessionId: SessionId; readonly noteId: NoteId | null },
): boolean {
  const state = log.state(sessionId)
  if (state === undefined) return false
  return noteId === null || state.signed.some((place) => place.noteId === noteId)
}

// A look at what was read long ago writes nothing.
function hasUnread({ record }: Sources, sessionId: SessionId, readerId: PersonId): boolean {
  return listComments(record, sessionId, readerId).some(({ readAtMs }) => readAtMs === null)
}

function keep({ record }: Sources, work: () => void): void {
  lettingWrite(record, () => transact(record, work))
}

function asSomebody<Value>(
  { readWriterId }: Sources,
  work: (personId: PersonId) => Result<Value, Failure>,
): Result<Value, Failure> {
  const personId = readWriterId()
  return personId === undefined ? fail({ code: 'not-found' }) : work(personId)
}
