import type { GroupType } from '../agenda/group-type.ts'
import type { SessionId } from '../ids.ts'
import { isoDay } from '../iso-day.ts'
import type { Mark, Part2 } from '../session/vocabulary.ts'
import type { AttendanceCounts } from './attendance.ts'
import { sessionCode, type SummaryFacilitator, type SummaryPhase } from './group-summary.ts'
import type { TalkShares } from './talk-shares.ts'

/** A round, and how many were noted in it. */
export interface RoundTaken {
  readonly name: string
  /** Who came to the session at all. */
  readonly peopleCount: number
  /** Who had a turn in it, or passed. */
  readonly goneCount: number
  /** Of these, who passed or listened by choice. */
  readonly passedCount: number
}

/** Someone who came, by a number in place of a name. */
export interface NumberedPerson {
  /** `Member 3`; `Guest 1` for whoever is no patient. */
  readonly label: string
  readonly marks: readonly { readonly mark: Mark; readonly count: number }[]
  /** Numbers of 0 to 10 that they gave at the start and at the end; null where they gave none. */
  readonly checkIns: readonly {
    readonly measure: string
    readonly start: number | null
    readonly end: number | null
  }[]
}

/** How often one took the floor after another. */
export interface Handover {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** How far the notes of those members are who came. */
export interface NotesDone {
  readonly owedCount: number
  readonly signedCount: number
  /** Signed texts, amendments included, that the clinic wants somebody to co-sign. */
  readonly awaitingCount: number
  readonly overdueCount: number
  /** Until when the next of those that are not signed is to be; null when all are. Milliseconds since 1970 UTC. */
  readonly dueMs: number | null
}

/**
 * What a supervisor reads of one session: the work of those who led it, and of the members nothing that is not needed
 * for that. There is no field for a member's name; people are numbered in the order of their seats, which those know who
 * were in the room. Words that facilitators typed have numbers where names were.
 */
export interface SupervisionSummary {
  readonly sessionId: SessionId
  readonly clinic: string
  /** Null where it names somebody; so is the topic. */
  readonly groupName: string | null
  readonly groupType: GroupType
  readonly part2: Part2
  /** Counts the sessions of the group from 1. */
  readonly number: number
  readonly topic: string | null
  readonly zone: string
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly enteredLateAtMs: number | null
  readonly scheduledMinutes: number
  readonly elapsedMs: number
  readonly breakMs: number
  readonly facilitators: readonly SummaryFacilitator[]
  readonly attendance: AttendanceCounts
  readonly guestCount: number
  readonly phases: readonly SummaryPhase[]
  /** Null where no turn was tapped. */
  readonly talk: TalkShares | null
  /** Only where people were asked about every five minutes instead. */
  readonly sampling: { readonly asked: number; readonly answered: number; readonly heardCount: number } | null
  readonly handovers: readonly Handover[]
  readonly rounds: readonly RoundTaken[]
  readonly people: readonly NumberedPerson[]
  readonly followUps: readonly {
    readonly label: string
    readonly openedAtMs: number
    readonly closedAtMs: number | null
  }[]
  readonly groupProcess: string
  readonly plan: string
  readonly homePractice: string
  readonly notes: NotesDone
}

/** As neutral as the name of any summary: `2026-11-24-M4T9-supervision.pdf`. */
export function supervisionFileName({
  sessionId,
  startedAtMs,
  zone,
}: Pick<SupervisionSummary, 'sessionId' | 'startedAtMs' | 'zone'>): string {
  return `${isoDay(startedAtMs, zone)}-${sessionCode(sessionId)}-supervision.pdf`
}
