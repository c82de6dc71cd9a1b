import type { GroupId, MeasureId, NoteId, PersonId, PhaseId } from '../../../shared/ids.ts'
import type { Mark, Moment, Observation, Presence, Role } from '../../../shared/session/vocabulary.ts'
import type {
  PersonProgress,
  PhaseProgress,
  SessionState,
  SignedPlace,
} from '../../../shared/session/state.ts'
import type { LiveSession } from './live-session.ts'

/** What the table `session` keeps of a log. The discarding of a session is no part of it: it stands in no event. */
export interface SessionRow {
  readonly groupId: GroupId
  readonly number: number
  readonly topic: string
  readonly groupType: string
  readonly part2: string
  readonly stage: string
  readonly lengthMinutes: number
  readonly preparedAtMs: number
  readonly plannedStartMs: number | null
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
  readonly elapsedMs: number
  readonly pausedMs: number
  readonly leadId: PersonId | null
  readonly observation: Observation
  readonly enteredLateAtMs: number | null
  readonly lastSeq: number
  readonly headHash: Uint8Array
}

/** What the table `session_person` keeps of a log. */
export interface SessionPersonRow {
  readonly personId: PersonId
  readonly position: number
  readonly role: Role
  readonly presence: Presence
  readonly hasAgreed: boolean
  readonly isWalkIn: boolean
  readonly presentMs: number
  readonly breakMs: number
  readonly talkMs: number
  readonly turns: number
  /** Spans of five minutes in which they were heard, in the sampling mode. */
  readonly samplesHeard: number
}

/** What the table `session_phase` keeps of a log. */
export interface SessionPhaseRow {
  readonly phaseId: PhaseId
  readonly position: number
  readonly name: string
  readonly kind: string
  readonly status: string
  readonly isInserted: boolean
  readonly plannedMinutes: number
  readonly actualMs: number
}

/** What the table `session_check_in` keeps of a log. */
export interface CheckInRow {
  readonly personId: PersonId
  readonly moment: Moment
  readonly measureId: MeasureId
  readonly value: number
}

/** What the table `follow_up` keeps of a log. */
export interface FollowUpRow {
  readonly mark: number
  readonly personId: PersonId
  readonly openedAtMs: number
  readonly ownerId: PersonId | null
  readonly closedAtMs: number | null
  readonly signedById: PersonId | null
  readonly noteId: NoteId | null
}

/** What the table `session_mark` keeps of a log. */
export interface MarkRow {
  readonly seq: number
  readonly personId: PersonId
  readonly mark: Mark
  readonly phaseId: PhaseId | null
  readonly atMs: number
  readonly wallMs: number
}

/** What the table `session_note` keeps of a log: where each record note stands that was not taken back. */
export interface NoteRow {
  readonly noteId: NoteId
  readonly phaseId: PhaseId | null
  readonly atMs: number
  readonly wallMs: number
}

/** What the table `note_signature` keeps of a log. */
export interface SignatureRow {
  readonly noteId: NoteId
  readonly personId: PersonId
  readonly kind: SignedPlace['kind']
  readonly amends: NoteId | null
  readonly signedById: PersonId
  readonly signedAtMs: number
  readonly needsCoSignature: boolean
}

export interface Projection {
  readonly session: SessionRow
  readonly people: readonly SessionPersonRow[]
  readonly phases: readonly SessionPhaseRow[]
  readonly checkIns: readonly CheckInRow[]
  readonly followUps: readonly FollowUpRow[]
  readonly marks: readonly MarkRow[]
  readonly notes: readonly NoteRow[]
  readonly signatures: readonly SignatureRow[]
  /** Private notes that were undone. */
  readonly takenBack: readonly NoteId[]
  /** Whose charts were erased. */
  readonly erasedIds: readonly PersonId[]
}

/** The tables' rows for a session as it stands after its last event. Throws on a log that does not begin with its preparation. */
export function projectSession({ state, preparedAtMs, headHash }: LiveSession): Projection {
  if (state.groupId === null) throw new Error('a session that was never prepared has no projection')
  return {
    session: {
      groupId: state.groupId,
      number: state.number,
      // SQLite stores UTF-8, in which half of a surrogate pair has no place.
      topic: state.topic.toWellFormed(),
      groupType: state.groupType,
      part2: state.part2,
      stage: state.stage,
      lengthMinutes: state.lengthMinutes,
      preparedAtMs,
      plannedStartMs: state.plannedStartMs,
      startedAtMs: state.startedAtMs,
      endedAtMs: state.endedAtMs,
      elapsedMs: state.elapsedMs,
      pausedMs: state.pausedMs,
      leadId: state.people.find(({ role }) => role === 'lead')?.personId ?? null,
      observation: state.observation,
      enteredLateAtMs: state.enteredLateAtMs,
      lastSeq: state.seq,
      headHash,
    },
    people: state.people.map(projectPerson),
    phases: state.phases.map(projectPhase),
    checkIns: state.checkIns
      .map(({ personId, moment, measureId, value }) => ({ personId, moment, measureId, value }))
      .toSorted((a, b) => (keyOfCheckIn(a) < keyOfCheckIn(b) ? -1 : 1)),
    followUps: state.followUps.map(({ mark, personId, openedAtMs, ownerId, closed }) => ({
      mark,
      personId,
      openedAtMs,
      ownerId,
      closedAtMs: closed?.wallMs ?? null,
      signedById: closed?.signedById ?? null,
      noteId: closed?.noteId ?? null,
    })),
    marks: state.marks.toSorted((a, b) => a.seq - b.seq),
    notes: state.notes
      .filter(({ isPrivate }) => !isPrivate)
      .map(({ noteId, phaseId, atMs, wallMs }) => ({ noteId, phaseId, atMs, wallMs }))
      .toSorted((a, b) => (a.noteId < b.noteId ? -1 : 1)),
    signatures: state.signed.map(projectSignature).toSorted((a, b) => (a.noteId < b.noteId ? -1 : 1)),
    takenBack: findTakenBack(state).toSorted(),
    erasedIds: state.erasedIds.toSorted(),
  }
}

function projectPerson(person: PersonProgress, position: number): SessionPersonRow {
  return {
    personId: person.personId,
    position,
    role: person.role,
    presence: person.presence,
    hasAgreed: person.hasAgreed,
    isWalkIn: person.isWalkIn,
    presentMs: person.presentMs,
    breakMs: person.breakMs,
    talkMs: person.talkMs,
    turns: person.turns,
    samplesHeard: person.heardIn.length,
  }
}

function projectPhase(phase: PhaseProgress, position: number): SessionPhaseRow {
  return {
    phaseId: phase.id,
    position,
    name: phase.name.toWellFormed(),
    kind: phase.kind,
    status: phase.status,
    isInserted: phase.isInserted,
    plannedMinutes: phase.plannedMinutes,
    actualMs: phase.actualMs,
  }
}

/** Numbers that change places as they are given anew are still the same numbers. */
export function keyOfCheckIn({ personId, moment, measureId }: CheckInRow): string {
  return `${personId} ${moment} ${measureId}`
}

function findTakenBack({ history }: Pick<SessionState, 'history'>): NoteId[] {
  const takenBack: NoteId[] = []
  for (let entry = history; entry !== null; entry = entry.earlier) {
    const { body } = entry.event
    if (entry.isUndone && body.type === 'private-note.kept') takenBack.push(body.noteId)
  }
  return takenBack
}

function projectSignature(place: SignedPlace): SignatureRow {
  const { wallMs, overridden: _, ...signed } = place
  return { ...signed, signedAtMs: wallMs }
}
