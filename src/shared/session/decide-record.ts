import type { NoteId, PersonId } from '../ids.ts'
import { fail, succeed } from '../result.ts'
import type { AnyCommand } from './commands.ts'
import type { Decision } from './decision.ts'
import { decideSigning } from './decide-signing.ts'
import type { FollowUp, SessionState } from './state.ts'
import { isFacilitator } from './vocabulary.ts'

type RecordCommand = Extract<
  AnyCommand,
  {
    type:
      | 'record-note'
      | 'keep-private-note'
      | 'mark'
      | 'record-check-in'
      | 'assign-follow-up'
      | 'close-follow-up'
      | 'move-note'
      | 'set-topic'
      | 'sign-note'
      | 'erase-chart'
  }
>

/** Commands that the record is made of; they outlast the session. */
export function decideRecord(state: SessionState, command: RecordCommand): Decision {
  switch (command.type) {
    case 'record-note':
      return succeed([{ type: 'note.recorded', noteId: command.noteId, commitment: command.commitment }])
    case 'set-topic':
      return succeed([{ type: 'topic.set', topic: command.topic }])
    case 'keep-private-note':
      return succeed([{ type: 'private-note.kept', noteId: command.noteId }])
    case 'move-note':
      return moveNote(state, command)
    case 'sign-note':
      return decideSigning(state, command)
    case 'erase-chart':
      return eraseChart(state, command)
    case 'mark':
      return mark(state, command)
    case 'record-check-in':
      return recordCheckIn(state, command)
    case 'assign-follow-up':
      return assign(state, command)
    case 'close-follow-up':
      return closeFollowUp(state, command)
  }
}

function mark(
  state: SessionState,
  { personId, mark: made }: Extract<RecordCommand, { type: 'mark' }>,
): Decision {
  const person = state.people.find((one) => one.personId === personId)
  if (person === undefined) return fail('unknown-person')
  if (state.stage === 'prepared') return fail('not-running')
  if (person.changes.every(({ presence }) => presence !== 'present')) return fail('not-present')
  return succeed([{ type: 'mark.made', personId, mark: made }])
}

// The core has looked up that its date is past and nothing holds it. The log says which of its commitments have no text.
function eraseChart(
  state: SessionState,
  { personId }: Extract<RecordCommand, { type: 'erase-chart' }>,
): Decision {
  if (state.stage !== 'ended') return fail('not-closed')
  const person = state.people.find((one) => one.personId === personId)
  if (person === undefined || isFacilitator(person.role)) return fail('unknown-person')
  return succeed([{ type: 'chart.erased', personId, noteIds: committedTexts(state, personId) }])
}

/** The texts about one person that the log of a session commits to. */
export function committedTexts(
  { signed, followUps }: Pick<SessionState, 'signed' | 'followUps'>,
  personId: PersonId,
): NoteId[] {
  const notes = signed.filter((one) => one.personId === personId).map(({ noteId }) => noteId)
  const closings = followUps.flatMap((one) =>
    one.personId === personId && one.closed !== null ? [one.closed.noteId] : [],
  )
  return [...notes, ...closings]
}

// What was kept for oneself stays kept; the record has its words from now on too.
function moveNote(
  state: SessionState,
  { fromId, noteId, commitment }: Extract<RecordCommand, { type: 'move-note' }>,
): Decision {
  if (!state.notes.some((note) => note.noteId === fromId && note.isPrivate)) return fail('unknown-note')
  return succeed([
    { type: 'private-note.moved', fromId, noteId },
    { type: 'note.recorded', noteId, commitment },
  ])
}

// Numbers are often asked for at the door, so the session need not have begun.
function recordCheckIn(
  state: SessionState,
  command: Extract<RecordCommand, { type: 'record-check-in' }>,
): Decision {
  const person = state.people.find(({ personId }) => personId === command.personId)
  if (person === undefined) return fail('unknown-person')
  if (isFacilitator(person.role)) return fail('not-possible')
  if (person.changes.every(({ presence }) => presence !== 'present')) return fail('not-present')
  const { personId, moment, measureId, value } = command
  const known = state.checkIns.find(
    (one) => one.personId === personId && one.moment === moment && one.measureId === measureId,
  )
  if (known?.value === value) return fail('already-there')
  return succeed([{ type: 'check-in.recorded', personId, moment, measureId, value }])
}

function assign(
  state: SessionState,
  { mark: seq, ownerId }: Extract<RecordCommand, { type: 'assign-follow-up' }>,
): Decision {
  const followUp = findFollowUp(state, seq)
  if (followUp === undefined) return fail('unknown-follow-up')
  if (followUp.closed !== null) return fail('follow-up-closed')
  if (followUp.ownerId === ownerId) return fail('already-there')
  return succeed([{ type: 'follow-up.assigned', mark: seq, ownerId }])
}

// The core has looked up that whoever signs, or owns, is a facilitator on file: they need not have been in the room.
function closeFollowUp(
  state: SessionState,
  command: Extract<RecordCommand, { type: 'close-follow-up' }>,
): Decision {
  const followUp = findFollowUp(state, command.mark)
  if (followUp === undefined) return fail('unknown-follow-up')
  if (followUp.closed !== null) return fail('follow-up-closed')
  const { mark: seq, noteId, commitment, signedById } = command
  return succeed([{ type: 'follow-up.closed', mark: seq, noteId, commitment, signedById }])
}

function findFollowUp(state: SessionState, seq: number): FollowUp | undefined {
  return state.followUps.find((one) => one.mark === seq)
}
