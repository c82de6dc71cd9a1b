import type { HoursOfMember } from '../ipc/hours-calls.ts'
import type { Goal } from '../ipc/goal-calls.ts'
import type { GoalProgress, MemberSession } from '../ipc/member-calls.ts'
import type { GroupId } from '../ids.ts'
import type { Measure } from '../measures/measure.ts'
import type { ScaleResult } from '../measures/scale-result.ts'
import type { ExemptPeriod } from '../member-review/exemptions.ts'
import type { MemberWindow } from '../member-review/member-window.ts'
import type { Part2, Role } from '../session/vocabulary.ts'
import type { Consent } from './note-document.ts'

/**
 * Everything that the paper about one member over time shows: what the Member page shows of the same weeks. There is no
 * field for another member, nor for the words of a note but those about this member's own goals.
 */
export interface MemberProgressFacts {
  readonly clinic: string
  /** What any of their groups is or was under. */
  readonly part2: Part2
  readonly consent: Consent
  readonly member: { readonly name: string; readonly chartId: string; readonly role: Role }
  /** The day on which it was made (`2026-11-24`). */
  readonly asOf: string
  readonly window: MemberWindow
  /** Groups whose sessions they were on the list of; without those that are no longer on file. */
  readonly groups: readonly { readonly groupId: GroupId; readonly name: string }[]
  /** Up to the end of the weeks shown: what is usual looks back beyond them. Oldest first. */
  readonly sessions: readonly MemberSession[]
  readonly measures: readonly Measure[]
  /** Of the weeks shown. Null for whoever is no patient, who has none of what follows either. */
  readonly hours: HoursOfMember | null
  readonly exemptions: readonly ExemptPeriod[]
  readonly scales: readonly ScaleResult[]
  /** Those that were set aside are left out. */
  readonly goals: readonly Goal[]
  /** What signed notes of the weeks shown say of goals, newest first. */
  readonly progress: readonly GoalProgress[]
}

/** As neutral as every name of a file: `2026-11-24-7K2Q-progress.pdf`. */
export function progressFileName({ asOf }: Pick<MemberProgressFacts, 'asOf'>, code: string): string {
  return `${asOf}-${code}-progress.pdf`
}
