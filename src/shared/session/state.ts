import type { GroupType } from '../agenda/group-type.ts'
import type { Phase } from '../agenda/phase.ts'
import type { GroupId, MeasureId, NoteId, PersonId, PhaseId } from '../ids.ts'
import type { GuardKind, SignedKind } from '../record/note-kinds.ts'
import type { SessionEvent } from './events.ts'
import type { Stamp } from './stamp.ts'
import type {
  GapVerdict,
  Mark,
  Moment,
  Observation,
  Part2,
  PauseKind,
  Presence,
  Role,
  SkipReason,
} from './vocabulary.ts'

export type Stage = 'empty' | 'prepared' | 'running' | 'paused' | 'ended'

/** A phase as it goes. `minutes` holds extensions and re-planning; `plannedMinutes` stays what the agenda said at the start. */
export interface PhaseProgress extends Phase {
  readonly plannedMinutes: number
  readonly status: 'ahead' | 'current' | 'done' | 'skipped'
  readonly actualMs: number
  /** Session time at which it was first entered; null while ahead. */
  readonly enteredAtMs: number | null
  readonly skipReason: SkipReason | null
  /** Was not in the agenda: the facilitator put it in. */
  readonly isInserted: boolean
  /** In a round: who has had their turn or passed, in that order. Empty elsewhere. */
  readonly goneIds: readonly PersonId[]
}

/** A change of presence, at session time (`atMs`, 0 before the start) and wall time. */
export interface PresenceChange {
  readonly presence: Presence
  readonly atMs: number
  readonly wallMs: number
}

export interface PersonProgress {
  readonly personId: PersonId
  readonly role: Role
  readonly hasAgreed: boolean
  readonly isWalkIn: boolean
  readonly presence: Presence
  readonly changes: readonly PresenceChange[]
  /** Milliseconds in the room while the session went on, pauses and breaks included. */
  readonly presentMs: number
  /** The part of `presentMs` that fell into pauses and breaks. */
  readonly breakMs: number
  readonly talkMs: number
  readonly turns: number
  /** In the sampling mode: the spans of five minutes in which they were heard, ascending. */
  readonly heardIn: readonly number[]
}

/** One time that a person had the floor, in session time; `endMs` is null while it lasts. */
export interface Turn {
  readonly personId: PersonId
  readonly startMs: number
  readonly endMs: number | null
}

export interface MadeMark {
  readonly seq: number
  readonly personId: PersonId
  readonly mark: Mark
  readonly atMs: number
  readonly wallMs: number
  readonly phaseId: PhaseId | null
}

/** Where a note stands in time. Its text is elsewhere: record notes in record.db, private notes in private.db. */
export interface NotePlace {
  readonly noteId: NoteId
  readonly isPrivate: boolean
  readonly atMs: number
  readonly wallMs: number
  readonly phaseId: PhaseId | null
}

/** What is known from asking every five minutes. Its times are group time: without pauses and breaks. */
export interface Sampling {
  /** When the mode was on; `toMs` is null while it is. */
  readonly periods: readonly { readonly fromMs: number; readonly toMs: number | null }[]
  /** One a span, the newest of each, in the order of the spans. Complete: somebody said that nobody else was heard. */
  readonly answers: readonly {
    readonly sample: number
    readonly heardIds: readonly PersonId[]
    readonly isComplete: boolean
  }[]
}

/** A time that the console did not see. */
export interface Gap {
  /** The `seq` of the event that tells of it. */
  readonly seq: number
  /** Session time and wall time at which it began. */
  readonly atMs: number
  readonly wallMs: number
  readonly awayMs: number
  /** It began in a pause or a break, and counts as that whatever else is said. */
  readonly isBreak: boolean
  /** For so much of it the console was locked and saw the time go on; 0 where it was gone or asleep. */
  readonly watchedMs: number
  /**
   * The phases whose minutes were up meanwhile, by the agenda alone, at session time. `nextId`: the phase that began then,
   * where the facilitator has said that the group kept to the agenda; null otherwise.
   */
  readonly ranOut: readonly {
    readonly phaseId: PhaseId
    readonly atMs: number
    readonly nextId: PhaseId | null
  }[]
  /** Null until the facilitator has said what it was; until then it counts as session time. */
  readonly verdict: GapVerdict | null
}

/** A number that a person gave, 0 to 10; the newest for its moment and measure. */
export interface CheckIn {
  readonly personId: PersonId
  readonly moment: Moment
  readonly measureId: MeasureId
  readonly value: number
  readonly wallMs: number
}

/** What a risk mark opens. It stays open until someone has signed for what was done. */
export interface FollowUp {
  /** The `seq` of the mark. */
  readonly mark: number
  readonly personId: PersonId
  readonly openedAtMs: number
  readonly ownerId: PersonId | null
  readonly closed: {
    readonly noteId: NoteId
    readonly signedById: PersonId
    readonly wallMs: number
  } | null
}

/** Where a signed text stands: whose it is, what it is, and who signed it when. The text is elsewhere. */
export interface SignedPlace {
  readonly noteId: NoteId
  readonly personId: PersonId
  readonly kind: SignedKind
  /** The signed text that it amends or co-signs; null for a note. */
  readonly amends: NoteId | null
  readonly signedById: PersonId
  readonly wallMs: number
  readonly needsCoSignature: boolean
  readonly overridden: readonly GuardKind[]
}

/** How the session's time was spent. The parts always sum to `elapsedMs`. */
export interface TimeSpent {
  readonly silenceMs: number
  /** Exactly one person had the floor. */
  readonly oneMs: number
  /** Two or more had the floor. */
  readonly severalMs: number
  readonly breakMs: number
  /** Nobody saw who spoke: the console was gone, or turns were not tapped. */
  readonly unobservedMs: number
}

/** Past events, newest first, so that undo can fold again without the act that it takes back. */
export interface History {
  readonly event: SessionEvent
  /** Taken back, or itself a taking back: only its moment counts, so that time passes the same with and without it. */
  readonly isUndone: boolean
  /** The session as it stood before this event, kept now and then: whoever folds again need not begin at the first. */
  readonly before: SessionState | null
  readonly earlier: History | null
}

/** A session as its log tells it, true at `stamp`. Times are milliseconds; session time counts from the start. */
export interface SessionState {
  readonly seq: number
  readonly stage: Stage
  readonly stamp: Stamp | null
  readonly groupId: GroupId | null
  readonly number: number
  readonly groupType: GroupType
  readonly part2: Part2
  readonly topic: string
  readonly plannedStartMs: number | null
  readonly lengthMinutes: number
  /** Wall time of start and end. */
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
  readonly elapsedMs: number
  readonly pausedMs: number
  readonly pauseKind: PauseKind | null
  readonly phases: readonly PhaseProgress[]
  readonly currentPhaseId: PhaseId | null
  readonly people: readonly PersonProgress[]
  /** Who has the floor now, in the order given. */
  readonly floor: readonly PersonId[]
  readonly turns: readonly Turn[]
  readonly time: TimeSpent
  readonly marks: readonly MadeMark[]
  readonly notes: readonly NotePlace[]
  readonly gaps: readonly Gap[]
  /** What ran out under a lock, until the event that ends the lock makes a gap of it. */
  readonly ranOut: readonly { readonly phaseId: PhaseId; readonly stamp: Stamp }[]
  readonly observation: Observation
  readonly sampling: Sampling
  readonly checkIns: readonly CheckIn[]
  readonly followUps: readonly FollowUp[]
  /** Notes and amendments in the order in which they were signed. */
  readonly signed: readonly SignedPlace[]
  /** Whose charts were erased: they have no name, and nothing more is recorded of them. */
  readonly erasedIds: readonly PersonId[]
  /** When a session that was kept on paper was entered; null for one that was run on the console. */
  readonly enteredLateAtMs: number | null
  readonly history: History | null
}

export const emptySession: SessionState = {
  seq: 0,
  stage: 'empty',
  stamp: null,
  groupId: null,
  number: 0,
  groupType: 'support',
  part2: 'unsure',
  topic: '',
  plannedStartMs: null,
  lengthMinutes: 0,
  startedAtMs: null,
  endedAtMs: null,
  elapsedMs: 0,
  pausedMs: 0,
  pauseKind: null,
  phases: [],
  currentPhaseId: null,
  people: [],
  floor: [],
  turns: [],
  time: { silenceMs: 0, oneMs: 0, severalMs: 0, breakMs: 0, unobservedMs: 0 },
  marks: [],
  notes: [],
  gaps: [],
  ranOut: [],
  observation: 'floor',
  sampling: { periods: [], answers: [] },
  checkIns: [],
  followUps: [],
  signed: [],
  erasedIds: [],
  enteredLateAtMs: null,
  history: null,
}
