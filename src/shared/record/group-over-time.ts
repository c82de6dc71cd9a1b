import type { GroupType } from '../agenda/group-type.ts'
import type { CareRules } from '../care/care-rules.ts'
import type { GroupReview } from '../ipc/group-review-calls.ts'
import type { Membership } from '../roster/group.ts'
import type { Part2 } from '../session/vocabulary.ts'

/** What somebody typed is null where it could name a member. */
interface CoveredTopic {
  readonly topic: string | null
  /** When its sessions began, newest first; milliseconds since 1970 UTC. */
  readonly startedAtMs: readonly number[]
}

/**
 * Everything that the paper about one group over time shows: what its page shows of the same weeks, counted in members.
 * There is no field for a member, and what was typed for the group goes through the guards of names first.
 */
export interface GroupOverTimeFacts {
  readonly clinic: string
  readonly groupName: string | null
  readonly groupType: GroupType
  /** The strictest of what the group is and what its sessions were under. */
  readonly part2: Part2
  readonly zone: string
  /** The day on which it was made (`2026-11-24`). */
  readonly asOf: string
  readonly sessionCount: number
  readonly withoutTopic: number
  /** Ascending, the current one last. */
  readonly weeks: GroupReview['weeks']
  /** Phases whose names could name a member are counted instead: `Phase 3`. */
  readonly phases: GroupReview['phases']
  readonly topics: readonly CoveredTopic[]
  /** As it is now. */
  readonly composition: string
  readonly takenPlaces: number
  readonly waitingCount: number
  readonly capacity: number
  readonly membership: Membership
  readonly rules: Pick<CareRules, 'fewestMembers' | 'mostMembers'>
}

/** As neutral as every name of a file: `2026-11-24-7K2Q-group.pdf`. */
export function groupOverTimeFileName({ asOf }: Pick<GroupOverTimeFacts, 'asOf'>, code: string): string {
  return `${asOf}-${code}-group.pdf`
}
