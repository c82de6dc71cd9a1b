import type { PersonId } from '../ids.ts'
import type { BodyOf } from './events.ts'
import { joinRound } from './round.ts'
import type { Stamp } from './stamp.ts'
import type { CheckIn, FollowUp, MadeMark, SessionState } from './state.ts'

type RecordBody = BodyOf<
  | 'note.recorded'
  | 'private-note.kept'
  | 'mark.made'
  | 'check-in.recorded'
  | 'follow-up.assigned'
  | 'follow-up.closed'
  | 'note.signed'
  | 'chart.erased'
>

/** Events that the record is made of: notes, marks, numbers and follow-ups, each with its moment. */
export function applyRecord(state: SessionState, seq: number, stamp: Stamp, body: RecordBody): SessionState {
  const { wallMs } = stamp
  const moment = { atMs: state.elapsedMs, wallMs, phaseId: state.currentPhaseId }
  switch (body.type) {
    case 'note.recorded':
    case 'private-note.kept': {
      const place = { noteId: body.noteId, isPrivate: body.type === 'private-note.kept', ...moment }
      return { ...state, notes: [...state.notes, place] }
    }
    case 'mark.made':
      return makeMark(state, { seq, personId: body.personId, mark: body.mark, ...moment })
    case 'check-in.recorded': {
      const { type: _, ...given } = body
      return { ...state, checkIns: keepCheckIn(state.checkIns, { ...given, wallMs }) }
    }
    case 'note.signed': {
      const { type: _, commitment: __, ...signed } = body
      return { ...state, signed: [...state.signed, { ...signed, wallMs }] }
    }
    case 'follow-up.assigned':
      return changeFollowUp(state, body.mark, { ownerId: body.ownerId })
    case 'follow-up.closed': {
      const { noteId, signedById } = body
      return changeFollowUp(state, body.mark, { closed: { noteId, signedById, wallMs } })
    }
    case 'chart.erased':
      return eraseChart(state, body.personId)
  }
}

/** Adds a mark. One of risk opens a follow-up; in a round, passing or listening is a turn taken. */
export function makeMark(state: SessionState, mark: MadeMark): SessionState {
  const marked = { ...state, marks: [...state.marks, mark] }
  if (mark.mark === 'passed' || mark.mark === 'quiet') return joinRound(marked, mark.personId)
  if (mark.mark !== 'risk') return marked
  const followUp: FollowUp = {
    mark: mark.seq,
    personId: mark.personId,
    openedAtMs: mark.wallMs,
    ownerId: null,
    closed: null,
  }
  return { ...marked, followUps: [...state.followUps, followUp] }
}

function keepCheckIn(checkIns: readonly CheckIn[], given: CheckIn): CheckIn[] {
  const others = checkIns.filter(
    ({ personId, moment, measureId }) =>
      personId !== given.personId || moment !== given.moment || measureId !== given.measureId,
  )
  return [...others, given]
}

// Minutes, turns, marks and numbers stay as they were: the others' are counted with them.
function eraseChart(state: SessionState, personId: PersonId): SessionState {
  const isAboutOthers = (one: { readonly personId: PersonId }) => one.personId !== personId
  return {
    ...state,
    erasedIds: [...state.erasedIds, personId],
    signed: state.signed.filter(isAboutOthers),
    followUps: state.followUps.filter(isAboutOthers),
  }
}

function changeFollowUp(state: SessionState, mark: number, change: Partial<FollowUp>): SessionState {
  return {
    ...state,
    followUps: state.followUps.map((followUp) =>
      followUp.mark === mark ? { ...followUp, ...change } : followUp,
    ),
  }
}
