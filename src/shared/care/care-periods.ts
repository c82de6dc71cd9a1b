import type { GroupId } from '../ids.ts'
import { moveDay } from './calendar-week.ts'
import type { CareEntry } from './care-entry.ts'
import type { CareOfMember, DayPeriod } from './weekly-minutes.ts'

type Kept = Pick<CareEntry, 'seq' | 'act' | 'takenBackBy'>

/**
 * What of a member's history of care their weeks are judged by, in the order of entering; what was taken back never was.
 * `sinceUnknown`: the day that stands for an enrolment from before such entries were kept. `beside`: the groups that do
 * not belong to the program that asks for the hours.
 */
export function careOfMember(
  entries: readonly Kept[],
  sinceUnknown: string,
  beside: ReadonlySet<GroupId>,
): CareOfMember {
  const counting = entries.filter(({ takenBackBy }) => takenBackBy === null)
  const enrolled = enrolledPeriods(counting, sinceUnknown)
  return {
    adolescent: adolescentPeriods(counting),
    enrolled: enrolled.filter(({ groupId }) => !beside.has(groupId)).map(periodOf),
    beside: enrolled.filter(({ groupId }) => beside.has(groupId)).map(periodOf),
    exempt: exemptPeriods(counting),
    individual: counting.flatMap(({ act }) =>
      act.kind === 'individual-work' ? [{ on: act.day, minutes: act.minutes }] : [],
    ),
  }
}

interface Enrolled extends DayPeriod {
  readonly groupId: GroupId
}

function periodOf({ from, until }: Enrolled): DayPeriod {
  return { from, until }
}

/** When they belonged to one group or another; the day on which they left is their last. */
function enrolledPeriods(entries: readonly Kept[], sinceUnknown: string): readonly Enrolled[] {
  const since = new Map<GroupId, string>()
  const over: Enrolled[] = []
  const leave = (groupId: GroupId, day: string) => {
    const from = since.get(groupId)
    if (from === undefined) return
    over.push({ groupId, from, until: day })
    since.delete(groupId)
  }
  let isGone = false
  for (const { act } of entries) {
    switch (act.kind) {
      case 'enrolled':
        if (!isGone && !since.has(act.groupId)) since.set(act.groupId, act.day ?? sinceUnknown)
        break
      case 'withdrawn':
        leave(act.groupId, act.day)
        break
      case 'transferred':
        leave(act.groupId, act.day)
        if (!isGone && !since.has(act.toGroupId)) since.set(act.toGroupId, act.day)
        break
      case 'discharged':
      case 'removed':
        for (const groupId of since.keys()) leave(groupId, act.day)
        isGone = true
        break
      case 'readmitted':
        isGone = false
        break
      case 'individual-work':
      case 'exempted':
      case 'exemption-ended':
      case 'counted-as':
      case 'waiting':
      case 'stopped-waiting':
      case 'taken-back':
        break
    }
  }
  return [...over, ...[...since].map(([groupId, from]) => ({ groupId, from, until: null }))]
}

function dayBefore(day: string | undefined): string | null {
  return day === undefined ? null : moveDay(day, -1)
}

/** An exemption holds until somebody ends it: the day of its review is a reminder and ends nothing. */
function exemptPeriods(entries: readonly Kept[]): readonly DayPeriod[] {
  return entries.flatMap(({ seq, act }) => {
    if (act.kind !== 'exempted') return []
    const ends = entries.flatMap((other) =>
      other.act.kind === 'exemption-ended' && other.act.refersTo === seq ? [other.act.day] : [],
    )
    return [{ from: act.day, until: dayBefore(ends.toSorted()[0]) }]
  })
}

function adolescentPeriods(entries: readonly Kept[]): readonly DayPeriod[] {
  const changes = entries
    .flatMap(({ act }) => (act.kind === 'counted-as' ? [act] : []))
    .toSorted((a, b) => a.day.localeCompare(b.day))
  return changes.flatMap(({ ageGroup, day }, index) =>
    ageGroup === 'adolescent' ? [{ from: day, until: dayBefore(changes[index + 1]?.day) }] : [],
  )
}
