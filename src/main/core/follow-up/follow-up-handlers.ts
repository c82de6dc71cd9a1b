import { noteIdSchema } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { FollowUpDraft, followUpCalls } from '../../../shared/ipc/follow-up-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Refusal } from '../../../shared/session/commands.ts'
import type { SessionEvent } from '../../../shared/session/events.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { commitTo, saltBytes } from '../notes/commitment.ts'
import { insertRecordNote } from '../notes/note-repository.ts'
import { findAuthor } from '../roster/roster-repository.ts'
import type { SessionLog } from '../session/session-log.ts'
import type { WritableDb } from '../vault/database.ts'
import {
  deleteFollowUpDraft,
  readFollowUpDrafts,
  saveFollowUpDraft,
  type MarkDraft,
} from './follow-up-draft-repository.ts'
import { listOpenFollowUps, readClosings } from './follow-up-repository.ts'
import {
  findScaleFollowUp,
  readScaleFollowUpDrafts,
  saveScaleFollowUpDraft,
} from './scale-follow-up-repository.ts'

type ScaleDraft = Exclude<FollowUpDraft, MarkDraft>

interface Sources {
  readonly record: WritableDb<'record'>
  readonly log: SessionLog
  readonly random: Random
}

export function followUpHandlers(sources: Sources): Handlers<keyof typeof followUpCalls> {
  const { record } = sources
  return {
    'follow-up.list-open': () => succeed(listOpenFollowUps(record)),
    'follow-up.close': (input) => close(sources, input),
    'follow-up.drafts': () => succeed([...readFollowUpDrafts(record), ...readScaleFollowUpDrafts(record)]),
    'follow-up.save-draft': (draft) =>
      'mark' in draft ? saveMarkDraft(sources, draft) : saveScaleDraft(sources, draft),
    'follow-up.closings': ({ sessionId }) => succeed(readClosings(record, sessionId)),
  }
}

// Who signs is never what a window says: it is the one whose vault this is.
function close(
  { record, log, random }: Sources,
  { sessionId, mark, text: typed }: ParsedInputOf<'follow-up.close'>,
): Result<SessionEvent[], Failure> {
  const author = findAuthor(record)
  if (author === undefined) return fail({ code: 'not-found' })
  // What is committed to is what the disk can hold: well-formed text.
  const text = typed.toWellFormed()
  const noteId = noteIdSchema.parse(random.uuid())
  const salt = random.bytes(saltBytes)
  const commitment = commitTo(salt, text)
  return log.append(
    sessionId,
    { type: 'close-follow-up', mark, noteId, commitment, signedById: author.id },
    () => {
      insertRecordNote(record, sessionId, { noteId, text, salt })
      deleteFollowUpDraft(record, sessionId, mark)
    },
  )
}

function saveMarkDraft({ record, log }: Sources, draft: MarkDraft): Result<null, Failure> {
  const state = log.state(draft.sessionId)
  if (state === undefined) return fail({ code: 'not-found' })
  const followUp = state.followUps.find(({ mark }) => mark === draft.mark)
  if (draft.text !== '' && followUp === undefined) return refuse('unknown-follow-up')
  if (draft.text !== '' && followUp?.closed !== null) return refuse('follow-up-closed')
  saveFollowUpDraft(record, draft)
  return succeed(null)
}

function saveScaleDraft({ record }: Sources, { followUpId, text }: ScaleDraft): Result<null, Failure> {
  const followUp = findScaleFollowUp(record, followUpId)
  if (text !== '' && followUp === undefined) return refuse('unknown-follow-up')
  if (text !== '' && followUp?.closed !== null) return refuse('follow-up-closed')
  saveScaleFollowUpDraft(record, followUpId, text)
  return succeed(null)
}

function refuse(refusal: Refusal): Result<never, Failure> {
  return fail({ code: 'refused', refusal })
}
