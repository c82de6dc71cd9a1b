import { followUpIdSchema, type FollowUpId, type PersonId } from '../../../shared/ids.ts'
import type { ParsedInputOf } from '../../../shared/ipc/contract.ts'
import type { Failure } from '../../../shared/ipc/failure.ts'
import type { ScaleFollowUp, scaleFollowUpCalls } from '../../../shared/ipc/scale-follow-up-calls.ts'
import { fail, succeed, type Result } from '../../../shared/result.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../effects.ts'
import type { Handlers } from '../handler.ts'
import { saltBytes } from '../notes/commitment.ts'
import { findAuthor, listFacilitators } from '../roster/roster-repository.ts'
import { transact, type WritableDb } from '../vault/database.ts'
import {
  deleteScaleFollowUpDraft,
  findScaleFollowUp,
  insertClosing,
  insertOwner,
  insertScaleFollowUp,
  readScaleFollowUpsOf,
} from './scale-follow-up-repository.ts'

interface Sources {
  readonly record: WritableDb<'record'>
  readonly clock: Clock
  readonly random: Random
}

const notFound = fail({ code: 'not-found' } as const)
const closedAlready = fail({ code: 'refused', refusal: 'follow-up-closed' } as const)

export function scaleFollowUpHandlers(sources: Sources): Handlers<keyof typeof scaleFollowUpCalls> {
  const { record } = sources
  return {
    'scale-follow-up.of-member': ({ personId }) => succeed(readScaleFollowUpsOf(record, personId)),
    'scale-follow-up.assign': (input) => assign(sources, input),
    'scale-follow-up.close': (input) => close(sources, input),
  }
}

type Opening = Pick<ScaleFollowUp, 'resultId' | 'personId' | 'item9' | 'openedAtMs'> & {
  readonly ownerId: PersonId
}

/** Opens a follow-up and names its owner. To be called in the transaction that keeps what told of the risk. */
export function openScaleFollowUp(
  { record, random }: Pick<Sources, 'record' | 'random'>,
  { ownerId, ...opening }: Opening,
): FollowUpId {
  const followUpId = followUpIdSchema.parse(random.uuid())
  insertScaleFollowUp(record, { followUpId, ...opening })
  insertOwner(record, { followUpId, ownerId, namedAtMs: opening.openedAtMs })
  return followUpId
}

function assign(
  { record, clock }: Sources,
  { followUpId, ownerId }: ParsedInputOf<'scale-follow-up.assign'>,
): Result<null, Failure> {
  const followUp = findScaleFollowUp(record, followUpId)
  if (followUp === undefined) return notFound
  if (followUp.closed !== null) return closedAlready
  // An owner whom nobody can ask would leave the follow-up with nobody.
  if (!listFacilitators(record).some(({ id }) => id === ownerId)) return notFound
  insertOwner(record, { followUpId, ownerId, namedAtMs: clock.read().wallMs })
  return succeed(null)
}

// Who signs is never what a window says: it is the one whose vault this is.
function close(
  { record, clock, random }: Sources,
  { followUpId, text }: ParsedInputOf<'scale-follow-up.close'>,
): Result<null, Failure> {
  return transact(record, () => {
    const author = findAuthor(record)
    const followUp = findScaleFollowUp(record, followUpId)
    if (author === undefined || followUp === undefined) return notFound
    if (followUp.closed !== null) return closedAlready
    insertClosing(record, followUp, {
      // What is committed to is what the disk can hold: well-formed text.
      text: text.toWellFormed(),
      signedById: author.id,
      closedAtMs: clock.read().wallMs,
      salt: random.bytes(saltBytes),
    })
    deleteScaleFollowUpDraft(record, followUpId)
    return succeed(null)
  })
}
