import type { GroupType } from '../agenda/group-type.ts'
import type { PhaseKind } from '../agenda/phase.ts'
import type { SessionId } from '../ids.ts'
import { isoDay } from '../iso-day.ts'
import type { Part2, SkipReason } from '../session/vocabulary.ts'
import { codeOf } from './document-stamp.ts'

/** One phase as it was planned and as it went. Session time is milliseconds since the start. */
export interface SummaryPhase {
  readonly name: string
  readonly kind: PhaseKind
  readonly isProtected: boolean
  /** What the agenda said when the session started. */
  readonly plannedMinutes: number
  readonly actualMs: number
  /** Session time at which it was first entered; null when it never was. */
  readonly enteredAtMs: number | null
  readonly skipReason: SkipReason | null
}

export interface SummaryFacilitator {
  readonly name: string
  readonly credentials: string
  readonly role: 'lead' | 'co-lead'
  /** What they did, in their own words; empty when they wrote nothing. */
  readonly interventions: string
}

/**
 * Everything that a group summary may hold. There is no field for a member, so none can be named: people are counted.
 * Wall times are milliseconds since 1970 UTC, shown in `zone`.
 */
export interface GroupSummaryFacts {
  readonly sessionId: SessionId
  readonly clinic: string
  readonly groupName: string
  readonly groupType: GroupType
  readonly part2: Part2
  /** Counts the sessions of the group from 1. */
  readonly number: number
  readonly topic: string
  readonly zone: string
  readonly startedAtMs: number
  readonly endedAtMs: number
  /** When it was entered from paper; null for a session that was run on the console. */
  readonly enteredLateAtMs: number | null
  /** The length that the session was prepared with. */
  readonly scheduledMinutes: number
  /**
   * The length that it was fitted to at its start, so as to close at the scheduled time: shorter than scheduled by the
   * minutes that it began late, longer by those that it began early. The same where it was given its full length.
   */
  readonly lengthMinutes: number
  /** Start to stop by the clock that never jumps, pauses and breaks included. */
  readonly elapsedMs: number
  /** The part of `elapsedMs` that was pause or break. */
  readonly breakMs: number
  readonly facilitators: readonly SummaryFacilitator[]
  /** Members (patients) who were expected, walk-ins included, and those of them who came. */
  readonly expectedCount: number
  readonly presentCount: number
  /** Members who were seen alone in place of the group. */
  readonly substitutedCount: number
  /** Family, partners and guests who came. */
  readonly guestCount: number
  readonly phases: readonly SummaryPhase[]
  readonly groupProcess: string
  readonly plan: string
  /** What everyone practises until the next session; empty when nothing was set. */
  readonly homePractice: string
}

/**
 * Four characters that say which session a paper belongs to, and nothing about it. They come from the random end of the
 * id; together with the date they tell the sessions of one clinic apart.
 */
export function sessionCode(sessionId: SessionId): string {
  return codeOf(Number.parseInt(sessionId.slice(-5), 16), 4)
}

/** Neutral file name, since names of files are read by backup programs and over shoulders: `2026-11-24-M4T9-summary.pdf`. */
export function summaryFileName(
  facts: Pick<GroupSummaryFacts, 'sessionId' | 'startedAtMs' | 'zone'>,
): string {
  return `${isoDay(facts.startedAtMs, facts.zone)}-${sessionCode(facts.sessionId)}-summary.pdf`
}
